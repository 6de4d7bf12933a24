package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberingPlan.Overlap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlanTest {

    private static final OperatorCode A1 = new OperatorCode("A1");
    private static final OperatorCode VIVACOM = new OperatorCode("VIVACOM");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Msisdn NUMBER = new Msisdn("+359880123456");

    private final NumberRange first = range("88", A1, MARCH, JUNE);
    private final NumberRange second = range("880", VIVACOM, JUNE, null);
    private final NumberingPlan plan = new NumberingPlan(List.of(second, first));

    @Test
    void aNumberIsOfTheRangeThatLastsAtTheMoment() {
        assertThat(plan.at(NUMBER, MARCH)).contains(first);
        assertThat(plan.at(NUMBER, JUNE.minusNanos(1))).contains(first);
        assertThat(plan.at(NUMBER, JUNE)).contains(second);
        assertThat(plan.holder(NUMBER, JUNE)).isEqualTo(VIVACOM);
    }

    @Test
    void aNumberIsOfNoRangeBeforeAndOutside() {
        assertThat(plan.at(NUMBER, MARCH.minusNanos(1))).isEmpty();
        assertThat(plan.at(new Msisdn("+359881123456"), JUNE)).isEmpty();
        assertThat(plan.at(new Msisdn("+359872123456"), MARCH)).isEmpty();
        assertThat(plan.holder(new Msisdn("+359872123456"), MARCH)).isNull();
    }

    @Test
    void knowsAllRangesThatANumberWasOf() {
        assertThat(plan.of(NUMBER)).containsExactly(first, second);
        assertThat(plan.of(new Msisdn("+359881123456"))).containsExactly(first);
        assertThat(plan.ranges()).containsExactly(first, second);
    }

    @Test
    void namesEachOverlapWithTheRangeBefore() {
        var ranges =
                List.of(
                        range("8801", A1, MARCH, null),
                        range("87", A1, MARCH, null),
                        range("88", VIVACOM, JUNE, null),
                        range("88012", VIVACOM, Instant.EPOCH, MARCH),
                        range("87", VIVACOM, JUNE, null));

        assertThat(NumberingPlan.overlaps(ranges))
                .containsExactly(new Overlap(2, 0), new Overlap(4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberingPlan(ranges));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "088", "8a", "8812345678", "+359"})
    void refusesWhatAreNoFirstDigits(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> range(digits, A1, MARCH, null));
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> range("88", A1, JUNE, JUNE));
    }

    private static NumberRange range(
            String digits, OperatorCode operator, Instant from, Instant until) {
        return new NumberRange(digits, NumberKind.MOBILE, operator, from, until);
    }
}
