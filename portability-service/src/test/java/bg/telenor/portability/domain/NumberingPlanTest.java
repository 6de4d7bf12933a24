package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberingPlanTest {

    private static final OperatorCode A1 = new OperatorCode("A1");
    private static final OperatorCode VIVACOM = new OperatorCode("VIVACOM");

    private final NumberingPlan plan = new NumberingPlan(Map.of("88", A1, "8801", VIVACOM));

    @Test
    void takesTheLongestRange() {
        assertThat(plan.blockOperator(new Msisdn("+359880012345"))).contains(A1);
        assertThat(plan.blockOperator(new Msisdn("+359880112345"))).contains(VIVACOM);
    }

    @Test
    void knowsOfRangesThatNobodyHolds() {
        assertThat(plan.blockOperator(new Msisdn("+35924001234"))).isEmpty();
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberingPlan(Map.of("088", A1)));
    }
}
