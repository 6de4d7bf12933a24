package bg.telenor.portability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.portability.domain.PortingContent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of who moves to whom serves the move, and neither marketing nor scoring. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class PurposeLockTest {

    private static final Set<Purpose> OURS =
            EnumSet.of(Purpose.NUMBER_PORTABILITY, Purpose.NUMBER_PROTECTION);

    /** Named by one package, and nothing of portings is within its reach. */
    private static final Purpose WITHOUT_PORT_DATA = Purpose.NUMBER_RECYCLING;

    private static final String RECYCLING = "bg.telenor.portability.recycling..";
    private static final Set<RecordType> RECORDS =
            EnumSet.of(RecordType.PORTING, RecordType.PORT_LOCK);
    private static final Set<Source> SOURCES =
            EnumSet.of(Source.DONOR_OPERATOR, Source.RECIPIENT_OPERATOR);

    @Inject Catalogue catalogue;
    @Inject Records records;

    static Stream<Purpose> others() {
        return EnumSet.complementOf(EnumSet.copyOf(OURS)).stream();
    }

    @ParameterizedTest
    @MethodSource("others")
    void noOtherPurposeHasPortDataInAnyService(Purpose other) {
        var entry = catalogue.of(other);

        assertThat(entry.records().keySet()).doesNotContainAnyElementsOf(RECORDS);
        assertThat(entry.sources()).doesNotContainAnyElementsOf(SOURCES);
        if (other != WITHOUT_PORT_DATA) {
            assertThat(entry.services()).doesNotContain("portability-service");
        }
    }

    /** Partners are told whether a number changed hands, by holdings and routing data alone. */
    @Test
    void theOnePurposeBesidesHasNothingOfPortings() {
        assertThat(catalogue.of(WITHOUT_PORT_DATA).records()).isEmpty();
        noClasses()
                .that()
                .resideInAPackage(RECYCLING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..portin..",
                        "..portout..",
                        "..protection..",
                        "..message..",
                        "..desk..",
                        "..timeline..",
                        "..window..")
                .check(new ClassFileImporter().importPackages("bg.telenor.portability"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingIsKeptHereForAnotherPurpose(Purpose other) {
        var person = Others.somebody();
        var kept =
                new Kept(
                        RecordType.PORTING,
                        UUID.randomUUID(),
                        Suite.subjectRefs().of(person),
                        other,
                        Source.DATA_SUBJECT,
                        null);
        var content = new PortingContent(person, null, List.of(Others.numberOfOurs()));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(() -> records.keep(kept, content)));
    }

    @Test
    void portingIsNeitherMarketingNorScoring() {
        for (var purpose : OURS) {
            var entry = catalogue.of(purpose);

            assertThat(entry.dpv())
                    .doesNotContainPattern(
                            "(?i)market|advert|profil|scor|credit|solvency|personali|analy|sell");
            assertThat(entry.explicitConsent()).isFalse();
            assertThat(entry.basis()).isIn("GDPR art. 6(1)(b)", "GDPR art. 6(1)(c)");
        }
    }

    @Test
    void thisServiceNamesNoOtherPurpose() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("bg.telenor.portability");

        noClasses()
                .that()
                .resideOutsideOfPackage(RECYCLING)
                .should()
                .accessFieldWhere(
                        DescribedPredicate.<JavaFieldAccess>describe(
                                "another purpose",
                                access ->
                                        access.getTargetOwner().isEquivalentTo(Purpose.class)
                                                && OURS.stream()
                                                        .noneMatch(
                                                                own ->
                                                                        own.name()
                                                                                .equals(
                                                                                        access
                                                                                                .getName()))))
                .check(classes);
    }

    /** Consent-service hears of portings to tell the person; whoever comes has to be named here. */
    @Test
    void onlyWhoTellsThePersonHearsOfPortings() throws IOException {
        try (var modules = Files.list(Path.of(".."))) {
            var listening =
                    modules.filter(PurposeLockTest::hearsOfPortings)
                            .map(module -> module.getFileName().toString())
                            .toList();

            assertThat(listening).containsExactly("consent-service");
        }
    }

    private static boolean hearsOfPortings(Path module) {
        var settings = module.resolve("src/main/resources/application.properties");
        try {
            return Files.exists(settings)
                    && Files.readString(settings).matches("(?s).*\\.topic=porting\\s.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
