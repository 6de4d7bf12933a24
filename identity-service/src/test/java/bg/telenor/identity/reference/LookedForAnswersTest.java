package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.regix.Callbacks;
import bg.telenor.counterparts.regix.Signing;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register answers later and brings nothing: it is looked at. */
@QuarkusTest
@TestProfile(LookedAt.class)
@WithTestResource(IdentityTestResource.class)
class LookedForAnswersTest {

    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void bringNothing() {
        Later.REGISTER.callBack(Callbacks.NONE);
    }

    @AfterEach
    void putRight() {
        Later.putRight();
    }

    @Test
    void waitsForTheAnswerWithTheCaller() {
        var answer =
                Counter.creating()
                        .header("Prefer", "wait=20")
                        .body(Counter.body(caseId, Register.somebody()))
                        .post("/v1/references");

        var id = Counter.idOf(answer);
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        assertThat(Counter.inquiries(id)).containsExactly("1 ASKED", "1 NotReady", "1 Found");
        Suite.await(Topic.IDENTITY, id, "IdentityConfirmed");
    }

    @Test
    void letsTheCallerGoWhoDoesNotWantToWait() {
        var answer = Later.ask(caseId);

        answer.then().statusCode(202).body("status", equalTo("PENDING"));
        Counter.await(Counter.idOf(answer), "CONFIRMED");
    }

    @Test
    void acknowledgesTheAnswerOnceItIsCommitted() {
        var id = Later.taken(caseId);

        Counter.await(id, "CONFIRMED");

        var call = Later.call(caseId, state -> state.acknowledgements() > 0);
        assertThat(call.acknowledgements()).isEqualTo(1);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> owed(id).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, NOT_FOUND",
        "DOCUMENT_NOT_VALID, DOCUMENT_NOT_VALID",
        "DECEASED, PERSON_DECEASED",
        "REFUSED, REGISTER_REFUSED"
    })
    void refusesWhomTheRegisterDoesNotConfirm(Standing standing, String reason) {
        var answer = Counter.ask(Counter.body(caseId, Register.somebody(standing)));

        assertThat(Counter.await(Counter.idOf(answer), "REFUSED").getString("reason"))
                .isEqualTo(reason);
        Later.call(caseId, state -> state.acknowledgements() == 1);
    }

    @Test
    void looksAgainWhenTheRegisterWasAway() {
        Later.hold(Callbacks.NONE);
        var id = Later.taken(caseId);
        Register.SERVER.fault(Fault.of(Fault.Mode.DOWN));
        Later.REGISTER.ready(caseId);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(
                        () ->
                                Counter.column(
                                        "select checks from identity_reference where id = '"
                                                + id
                                                + "'"),
                        checks -> !checks.equals(List.of("0")));

        Register.SERVER.fault(Fault.NONE);

        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id)).containsExactly("1 ASKED", "1 NotReady", "1 Found");
    }

    @Test
    void goesOnWhereAProcessDiedThatWasLooking() {
        Later.hold(Callbacks.NONE);
        var id = Later.taken(caseId);
        asADeadProcessLeavesIt(id);

        Later.REGISTER.ready(caseId);

        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id)).containsExactly("1 ASKED", "1 NotReady", "1 Found");
    }

    @Test
    void asksAnewWhatTheRegisterForgot() {
        Later.hold(Callbacks.NONE);
        var id = Later.taken(caseId);
        Later.REGISTER.readyAfter(Duration.ZERO);

        Later.REGISTER.forget();

        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id))
                .containsExactly(
                        "1 ASKED", "1 NotReady", "1 Forgotten", "2 ASKED", "2 NotReady", "2 Found");
    }

    @Test
    void believesOnlyWhatTheRegisterSigned() {
        Register.REGIX.sign(Signing.ANOTHER);

        var id = Later.taken(caseId);

        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo("NO_ANSWER");
        assertThat(Counter.inquiries(id))
                .containsExactly(
                        "1 ASKED",
                        "1 NotReady",
                        "1 Untrusted",
                        "2 ASKED",
                        "2 NotReady",
                        "2 Untrusted");
        assertThat(Counter.doubts(id)).containsExactly("SIGNER", "SIGNER");
    }

    @Test
    void givesUpWhenTheRegisterKeepsTheQuestion() {
        Later.hold(Callbacks.NONE);

        var id = Later.taken(caseId);

        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo("EXPIRED");
        assertThat(owed(id)).isEmpty();
    }

    private static void asADeadProcessLeavesIt(UUID id) {
        Counter.column(
                "update identity_reference set checks = checks + 1, version = version + 1,"
                        + " lease_until = now() + interval '3 s', due_at = now() where id = '"
                        + id
                        + "' returning id");
    }

    private static List<String> owed(UUID id) {
        return Counter.column("select call_id from owed_acknowledgement where id = '" + id + "'");
    }
}
