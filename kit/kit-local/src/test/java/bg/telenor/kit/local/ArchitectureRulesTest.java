package bg.telenor.kit.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureRulesTest {

    private static final String FIXTURES = "bg.telenor.kit.local.wrong.";

    @Test
    void letsAPlainDomainPass() {
        assertThatCode(() -> check("right")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "clock, domain is given the time",
        "sleeper, work that waits is due work",
        "mapper, a package is a feature",
        "deep, packages are flat"
    })
    void refusesWhatBreaksARule(String fixture, String why) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> check(fixture))
                .withMessageContaining(why);
    }

    private static void check(String fixture) {
        var root = FIXTURES + fixture;
        ArchitectureRules.check(root, new ClassFileImporter().importPackages(root));
    }
}
