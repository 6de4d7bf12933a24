package bg.telenor.kit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.subject.SubjectRef.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectRefTest {

    private static final String HASH = "A".repeat(43);

    @Test
    void knowsItsKindAndPrintsMasked() {
        var ref = new SubjectRef("msisdn:12:" + HASH);

        assertThat(ref.kind()).isEqualTo(Kind.MSISDN);
        assertThat(ref).hasToString("msisdn:(masked)");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "7523169263",
                "+359888001234",
                "egn:1:7523169263",
                "EGN:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "egn:0:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "egn:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "person:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void refusesWhatIsNoReference(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubjectRef(text))
                .withMessage("not a subject reference");
    }
}
