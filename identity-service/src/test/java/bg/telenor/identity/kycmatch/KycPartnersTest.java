package bg.telenor.identity.kycmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.domain.KycAttribute;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a partner is granted is what its configuration says, and nothing by default. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class KycPartnersTest {

    private static final String BANK = "suite.kyc-match.partners.bank.";

    @Inject Catalogue catalogue;

    @Test
    void grantsNothingThatIsNotConfigured() {
        var config = config(Map.of());

        assertThat(config.partners()).isEmpty();
        assertThat(config.freshFor()).isEqualTo(Duration.ofDays(180));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new KycPartners(config, catalogue).of("bank"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(CommonError.FORBIDDEN));
    }

    @Test
    void grantsAPartnerItsAttributesAndNoScores() {
        var bank = partners(Map.of()).of("bank");

        assertThat(bank.attributes())
                .containsExactlyInAnyOrder(KycAttribute.GIVEN_NAME, KycAttribute.BIRTHDATE);
        assertThat(bank.scores()).isFalse();
        assertThat(bank.perDay()).isEqualTo(1000);
        assertThat(bank.purpose()).isEqualTo(Purpose.KYC_MATCH);
        assertThat(bank.code().value()).isEqualTo("BANK");
    }

    @Test
    void doesNotStartWithAnAttributeThatTheStandardDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> partners(Map.of(BANK + "attributes", "given-name")))
                .withMessageContaining("bank");
    }

    @Test
    void doesNotStartWithAPurposeThatNobodyConsentsTo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> partners(Map.of(BANK + "purpose", "CONTRACT_CONCLUSION")))
                .withMessageContaining("CONTRACT_CONCLUSION");
    }

    @Test
    void doesNotStartWithACodeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> partners(Map.of(BANK + "code", "a bank")));
    }

    private KycPartners partners(Map<String, String> more) {
        var properties =
                new HashMap<>(
                        Map.of(BANK + "code", "BANK", BANK + "attributes", "givenName,birthdate"));
        properties.putAll(more);
        return new KycPartners(config(properties), catalogue);
    }

    private static KycMatchConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(KycMatchConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(KycMatchConfig.class);
    }
}
