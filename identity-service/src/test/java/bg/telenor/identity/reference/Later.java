package bg.telenor.identity.reference;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.regix.Callbacks;
import bg.telenor.counterparts.regix.LaterAnswers;
import bg.telenor.counterparts.regix.LaterAnswers.State;
import bg.telenor.counterparts.regix.Signing;
import bg.telenor.identity.Register;
import bg.telenor.kit.value.PersonalNumber;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The register as it answers later, and what is in evidence of that. */
final class Later {

    static final LaterAnswers REGISTER = Register.REGIX.later();

    private Later() {}

    /** Has answers when it is told, and brings them in this way. */
    static void hold(Callbacks how) {
        REGISTER.callBack(how);
        REGISTER.readyAfter(null);
    }

    static void putRight() {
        Register.SERVER.fault(Fault.NONE);
        Register.REGIX.sign(Signing.GOOD);
        REGISTER.takeAll(false);
        REGISTER.readyAfter(Duration.ofSeconds(1));
        REGISTER.callBack(Callbacks.ONCE);
    }

    /** Asks about somebody and does not wait. */
    static Response ask(UUID caseId) {
        return ask(caseId, Register.somebody());
    }

    private static Response ask(UUID caseId, PersonalNumber person) {
        return Counter.creating()
                .header("Prefer", "wait=0")
                .body(Counter.body(caseId, person))
                .post("/v1/references");
    }

    /** Asks about somebody, until the register has the question. */
    static UUID taken(UUID caseId) {
        return taken(caseId, Register.somebody());
    }

    static UUID taken(UUID caseId, PersonalNumber person) {
        var id = Counter.idOf(ask(caseId, person));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Counter.inquiries(id).contains("1 NotReady"));
        return id;
    }

    /** The call about a case, once it stands so. */
    static State call(UUID caseId, Predicate<State> stands) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> REGISTER.call(caseId).orElse(null),
                        state -> state != null && stands.test(state));
    }

    /** How what the register brought for a reference and was not taken ended, in order. */
    static List<String> notTaken(UUID id) {
        return Counter.column(
                "select facts ->> 'outcome' from evidence where action = 'INQUIRY'"
                        + " and facts ->> 'attempt' is null and record_id = '"
                        + id
                        + "' order by id");
    }
}
