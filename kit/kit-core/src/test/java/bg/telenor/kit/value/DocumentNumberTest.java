package bg.telenor.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "100003755, 100003755",
        "aa1234567, AA1234567",
        "АВ 123 4567, AB1234567",
        "ам1234567, AM1234567",
        "ЕКНОРСТХ1, EKHOPCTX1",
    })
    void readsLookAlikesBlanksAndLowerCase(String written, String meant) {
        assertThat(DocumentNumber.of(written)).isEqualTo(new DocumentNumber(meant));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"12345", "1234567890123", "ЖЖ1234567", "AB-123456", "AB12345\0"})
    void refusesWhatNoDocumentBears(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentNumber.of(written))
                .withMessageStartingWith("document number");
    }

    @Test
    void printsMasked() {
        assertThat(new DocumentNumber("AB1234567")).hasToString("DocumentNumber(masked)");
    }
}
