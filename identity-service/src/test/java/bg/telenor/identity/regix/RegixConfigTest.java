package bg.telenor.identity.regix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.kit.processing.Purpose;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegixConfigTest {

    @Test
    void asksTheNewestOperationsWithinTenSeconds() {
        var config = TestRegixConfig.defaults();

        assertThat(config.entryPoint()).isEqualTo(RegixConfig.Entry.V2_BASIC);
        assertThat(EntryPoint.of(config).address())
                .hasToString("https://localhost:1/RegiXEntryPointV2.svc/basic");
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.residenceDecides()).isTrue();
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxAnswer().asLongValue()).isEqualTo(2 * 1024 * 1024);
        assertThat(config.operations()).containsExactly(Operation.BDS_V3, Operation.ERCH_V2);
        assertThat(config.validStatuses()).containsExactly("ВАЛИДЕН");
    }

    @Test
    void wantsSignaturesOfAlgorithmsThatStillShowSomething() {
        var signature = TestRegixConfig.defaults().signature();

        assertThat(signature.required()).isTrue();
        assertThat(signature.rsaSha1()).isFalse();
        assertThat(signature.trust()).isEmpty();
        assertThat(signature.signers()).isEmpty();
        assertThat(signature.methods())
                .hasSize(5)
                .allMatch(method -> method.matches(".*#(rsa|ecdsa)-sha(256|384|512)"));
        assertThat(signature.digests()).hasSize(3).allMatch(one -> one.matches(".*#sha\\d{3}"));
        assertThat(signature.canonicalizations())
                .hasSize(2)
                .noneMatch(one -> one.contains("WithComments"));
        assertThat(signature.transforms())
                .containsAll(signature.canonicalizations())
                .contains("http://www.w3.org/2000/09/xmldsig#enveloped-signature")
                .hasSize(3);
    }

    @Test
    void wantsAGroundForEachPurposeThatItNames() {
        assertThat(TestRegixConfig.defaults().grounds())
                .containsOnlyKeys(Purpose.CONTRACT_CONCLUSION);
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(
                        () ->
                                TestRegixConfig.of(
                                        Map.of(
                                                "suite.regix.url", "https://localhost:1",
                                                "suite.regix.grounds.CONTRACT_CONCLUSION.law-reason",
                                                        "x")));
    }

    @Test
    void wantsToKnowWhereTheRegisterIs() {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> TestRegixConfig.of(Map.of()));
    }

    @Test
    void asksForAnAnswerAtOnceUnlessItIsToldOtherwise() {
        assertThat(TestRegixConfig.defaults().processing())
                .isEqualTo(RegixConfig.Processing.SYNCHRONOUS);
        assertThat(TestRegixConfig.defaults().callbackUrl()).isEmpty();
        assertThat(TestRegixConfig.defaults().forgottenFaults()).containsExactly("ServiceCallID");
    }

    @Test
    void asksTheOldEntryPointForNoAnswerThatComesLater() {
        var config =
                TestRegixConfig.with(
                        Map.of(
                                "suite.regix.entry-point", "V1",
                                "suite.regix.processing", "ASYNCHRONOUS"));

        assertThatIllegalStateException()
                .isThrownBy(() -> EntryPoint.of(config))
                .withMessageContaining("suite.regix.processing=ASYNCHRONOUS")
                .withMessageContaining("suite.regix.entry-point=V1");
    }
}
