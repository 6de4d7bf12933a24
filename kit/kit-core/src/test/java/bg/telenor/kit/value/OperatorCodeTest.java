package bg.telenor.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorCodeTest {

    @Test
    void printsItself() {
        assertThat(new OperatorCode("A1")).hasToString("A1");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"A", "a1", "1A", "A 1", "ABCDEFGHIJKLMNOPQ"})
    void refusesWhatIsNoCode(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OperatorCode(code));
    }
}
