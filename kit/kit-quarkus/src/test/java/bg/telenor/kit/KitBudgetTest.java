package bg.telenor.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The kit stays small: see docs/adr/0007. */
class KitBudgetTest {

    private static final int BUDGET = 47;

    @Test
    void hasNoMorePublicTypesThanItsBudget() {
        var types =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("bg.telenor.kit")
                                .stream()
                                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(JavaClass::isTopLevelClass)
                                .map(JavaClass::getName)
                                .filter(name -> !name.startsWith("bg.telenor.kit.local."))
                                .sorted()
                                .toList();

        assertThat(types)
                .contains("bg.telenor.kit.value.Egn", "bg.telenor.kit.records.Records")
                .hasSizeLessThanOrEqualTo(BUDGET);
    }
}
