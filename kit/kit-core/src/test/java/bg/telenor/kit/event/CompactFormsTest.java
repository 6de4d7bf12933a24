package bg.telenor.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFormsTest {

    @Test
    void aJweDoesNotPrintItsContent() {
        assertThat(new Jwe("head.key.iv.text.tag")).hasToString("JWE(20 characters)");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a.b.c", "a.b.c.d.e.f", "Иван.a.b.c.d", "a b.c.d.e.f"})
    void aJweHasFiveParts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Jwe(text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a.b", "a.b.", ".b.c", "a.b.c.d", "a.b c.d"})
    void aJwsHasThreePartsOfWhichOnlyTheMiddleMayBeEmpty(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Jws(text));
    }

    @Test
    void aDigestIsThatOfTheContent() {
        var digest = Sha256.of("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(digest.value()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256("abc"));
    }
}
