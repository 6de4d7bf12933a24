package bg.telenor.debtcheck.check;

import static bg.telenor.debtcheck.Others.A1;
import static bg.telenor.debtcheck.Others.A1_SERVER;
import static bg.telenor.debtcheck.Others.VIVACOM;
import static bg.telenor.debtcheck.Others.VIVACOM_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.Fault;
import bg.telenor.debtcheck.DebtCheckTestResource;
import bg.telenor.debtcheck.Others;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an operator does wrong, nobody is called clear for it. */
@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class OperatorFaultsTest {

    private final Egn person = Others.somebody();

    /** Answers that are signed, and answer something else. */
    static Stream<UnaryOperator<Map<String, Object>>> slips() {
        return Stream.of(
                answer -> with(answer, "inquiryId", UUID.randomUUID().toString()),
                answer -> with(answer, "result", "MAYBE"),
                answer -> with(answer, "result", null),
                answer -> with(answer, "answeredAt", null),
                answer -> Map.of());
    }

    @BeforeEach
    @AfterEach
    void allIsWell() {
        A1_SERVER.fault(Fault.NONE);
        VIVACOM_SERVER.fault(Fault.NONE);
        A1.debts().slips(UnaryOperator.identity());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Mode.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isIncompleteWhenOneOperatorFails(Fault.Mode mode) {
        A1_SERVER.fault(new Fault(mode, Duration.ofSeconds(6), 0));

        var check = decided();

        assertThat(check.getString("outcome")).isEqualTo("INCOMPLETE");
        assertThat(check.<Map<String, String>>getList("operators"))
                .containsExactly(
                        Map.of("operator", "A1", "answer", "NO_ANSWER"),
                        Map.of("operator", "VIVACOM", "answer", "CLEAR"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void isIncompleteWhenASignedAnswerIsNoneToTheQuestion(UnaryOperator<Map<String, Object>> slip) {
        A1.debts().slips(slip);

        assertThat(decided().getString("outcome")).isEqualTo("INCOMPLETE");
    }

    @Test
    void findsADebtThoughTheOtherOperatorIsDown() {
        A1_SERVER.fault(Fault.of(Fault.Mode.DOWN));
        VIVACOM.debts().owes(person, true);

        assertThat(decided().getString("outcome")).isEqualTo("DEBT_FOUND");
    }

    @Test
    void asksAgainWhenAnOperatorWasDownForAMoment() {
        A1_SERVER.fault(Fault.of(Fault.Mode.DOWN));
        var caseId = UUID.randomUUID();
        IdentityStandIn.confirm(caseId, person);
        var before = VIVACOM.debts().inquiries().size();
        var id = Shop.started(caseId, person);
        Awaitility.await().until(() -> VIVACOM.debts().inquiries().size() > before);

        A1_SERVER.fault(Fault.NONE);

        assertThat(Shop.await(id, "DECIDED").getString("outcome")).isEqualTo("CLEAR");
        assertThat(VIVACOM.debts().inquiries()).hasSize(before + 1);
    }

    private JsonPath decided() {
        var caseId = UUID.randomUUID();
        IdentityStandIn.confirm(caseId, person);
        return Shop.await(Shop.started(caseId, person), "DECIDED");
    }

    private static Map<String, Object> with(
            Map<String, Object> answer, String field, Object value) {
        var changed = new HashMap<>(answer);
        changed.put(field, value);
        return changed;
    }
}
