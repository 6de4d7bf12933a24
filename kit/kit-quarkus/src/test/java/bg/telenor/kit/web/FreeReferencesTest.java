package bg.telenor.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeReferencesTest {

    private static final String BORN_1875 = "752101123";
    private static final String FOREIGNER = "711104292";

    @Test
    void findsAnEgnAnywhereInTheText() {
        var egn = BORN_1875 + Egn.checkDigit(BORN_1875);

        assertThat(FreeReferences.holdsIdentifier(egn)).isTrue();
        assertThat(FreeReferences.holdsIdentifier("order/" + egn + "/7")).isTrue();
    }

    @Test
    void findsAnLnch() {
        assertThat(FreeReferences.holdsIdentifier(FOREIGNER + Lnch.checkDigit(FOREIGNER))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+359888001234", "0888001234", "call 0888 001 234", "00359888001234"})
    void findsAPhoneNumber(String text) {
        assertThat(FreeReferences.holdsIdentifier(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order-17", "2026-03-02T12:00:00Z", "12345", "abc/def:1;2"})
    void letsOtherReferencesPass(String text) {
        assertThat(FreeReferences.holdsIdentifier(text)).isFalse();
    }

    @Test
    void letsEveryUuidPass() {
        assertThat(IntStream.range(0, 20_000).mapToObj(i -> UUID.randomUUID().toString()))
                .noneMatch(FreeReferences::holdsIdentifier);
    }
}
