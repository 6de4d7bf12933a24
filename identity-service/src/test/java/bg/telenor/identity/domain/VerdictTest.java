package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.RegisteredPerson.Document;
import bg.telenor.identity.domain.RegisteredPerson.Stay;
import bg.telenor.kit.value.DocumentNumber;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2020-01-01, 2026-03-02, true
                    2026-03-02, ,           true
                    ,           2027-01-01, true
                    ,           ,           true
                    2020-01-01, 2026-03-01, false
                    2026-03-03, ,           false
                    """)
    void aPermitIsGoodWhileItsHolderMayStay(LocalDate from, LocalDate until, boolean good) {
        var verdict = verdict(true, List.of(new Stay(from, until)));

        assertThat(verdict.documentValid()).isEqualTo(good);
    }

    @Test
    void oneOfSeveralStaysIsEnough() {
        var over = new Stay(null, LocalDate.of(2020, 1, 1));
        var now = new Stay(LocalDate.of(2021, 1, 1), null);

        assertThat(verdict(true, List.of(over, now)).documentValid()).isTrue();
        assertThat(verdict(false, List.of(over, now)).documentValid()).isFalse();
    }

    @Test
    void whatIsNotSaidOfStaysDecidesNothing() {
        assertThat(verdict(true, List.of()).documentValid()).isTrue();
        assertThat(verdict(null, List.of()).documentValid()).isNull();
    }

    private static Verdict verdict(Boolean valid, List<Stay> stays) {
        var document =
                new Document(new DocumentNumber("AA0000001"), null, null, null, null, valid, stays);
        return Verdict.of(
                new RegisteredPerson(null, null, null, document, null, false), Claim.NONE, TODAY);
    }
}
