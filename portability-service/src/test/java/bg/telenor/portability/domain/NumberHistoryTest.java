package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory.Served;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberHistoryTest {

    private static final OperatorCode A1 = new OperatorCode("A1");
    private static final OperatorCode US = new OperatorCode("TELENOR");
    private static final OperatorCode VIVACOM = new OperatorCode("VIVACOM");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Served OURS = new Served(US, new Route("C28405"), NOON);
    private static final Served THEIRS =
            new Served(VIVACOM, new Route("C28403"), NOON.plusSeconds(60));

    private final NumberHistory untouched =
            new NumberHistory(
                    List.of(new NumberRange("88", NumberKind.MOBILE, A1, Instant.EPOCH, null)),
                    List.of());

    @Test
    void isServedByTheRangesOperatorUntilItMoves() {
        var history = untouched.with(OURS);

        assertThat(history.servedBy(NOON.minusNanos(1))).contains(A1);
        assertThat(history.servedBy(NOON)).contains(US);
    }

    @Test
    void mayKnowOfAMoveToCome() {
        var history = untouched.with(OURS).with(THEIRS);

        assertThat(history.servedBy(NOON.plusSeconds(59))).contains(US);
        assertThat(history.servedBy(NOON.plusSeconds(60))).contains(VIVACOM);
    }

    @Test
    void isTheSameInWhateverOrderMovesAreToldOf() {
        assertThat(untouched.with(THEIRS).with(OURS)).isEqualTo(untouched.with(OURS).with(THEIRS));
    }

    @Test
    void doesNotChangeWhenToldTwice() {
        assertThat(untouched.with(OURS).with(OURS)).isEqualTo(untouched.with(OURS));
    }

    @Test
    void isServedByNobodyInARangeThatNobodyHolds() {
        assertThat(new NumberHistory(List.of(), List.of()).servedBy(NOON)).isEmpty();
    }
}
