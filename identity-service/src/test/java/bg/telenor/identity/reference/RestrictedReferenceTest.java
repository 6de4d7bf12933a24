package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Fault.Mode;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register is not asked about a person whose data may only be kept (GDPR art. 18). */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class RestrictedReferenceTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Register.somebody();
    private final SubjectRef ref = Suite.subjectRefs().of(person);
    private final String body = Counter.body(caseId, person);

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @AfterEach
    void putRight() {
        Register.SERVER.fault(Fault.NONE);
    }

    @Test
    void asksNothingAndKeepsNothing() {
        Commands.restrict(ref);

        var answer = Counter.ask(body);

        answer.then().statusCode(409).body("code", equalTo("PROCESSING_RESTRICTED"));
        assertThat(inquiries()).isZero();
        assertThat(
                        Counter.column(
                                "select record_id from document where case_id = '" + caseId + "'"))
                .isEmpty();
        assertThat(
                        Counter.column(
                                "select facts ->> 'restriction' from evidence where case_id = '"
                                        + caseId
                                        + "'"))
                .containsExactly("REFUSED");
    }

    @Test
    void asksAgainWhenTheRestrictionIsLifted() {
        Commands.restrict(ref);
        Counter.ask(body).then().statusCode(409);

        Commands.lift(ref);

        Counter.ask(body).then().statusCode(201).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void restrictsNobodyElse() {
        Commands.restrict(ref);

        Counter.ask(Counter.body(Register.somebody())).then().statusCode(201);
    }

    @Test
    void aPendingReferenceIsNeitherAskedNorGivenUpAndGoesOnWhenLifted() {
        Register.SERVER.fault(Fault.of(Mode.DOWN));
        var id = Counter.idOf(Counter.ask(body));
        Commands.restrict(ref);
        Register.SERVER.fault(Fault.NONE);
        update(id, "expires_at = asked_at");

        awaitHeld(id);

        Counter.get(id).then().statusCode(409).body("code", equalTo("PROCESSING_RESTRICTED"));
        assertThat(inquiries()).isZero();
        assertThat(Suite.events(Topic.IDENTITY, id)).isEmpty();
        Commands.lift(ref);
        Counter.await(id, "CONFIRMED");
        Suite.await(Topic.IDENTITY, id, "IdentityConfirmed");
    }

    @Test
    void anAnswerThatComesWhileItIsRestrictedIsLetGo() {
        Register.SERVER.fault(new Fault(Mode.SLOW, Duration.ofMillis(1500), 1));
        var id =
                Counter.idOf(
                        Counter.creating()
                                .header("Prefer", "wait=0")
                                .body(body)
                                .post("/v1/references"));
        Counter.column(
                "insert into restriction (subject_ref, from_at, state, said_at, request_id) values"
                        + " ('%s', 'epoch', 'SET', now(), gen_random_uuid()) returning state"
                                .formatted(ref.value()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Counter.inquiries(id).contains("1 Found"));

        awaitHeld(id);
        assertThat(column(id, "status")).isEqualTo("PENDING");
        assertThat(Suite.events(Topic.IDENTITY, id)).isEmpty();
        Commands.lift(ref);
        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id)).endsWith("2 ASKED", "2 Found");
    }

    @Test
    void whatIsConfirmedIsNotHandedOutUntilItIsLifted() {
        var id = Counter.idOf(Counter.ask(body));
        Commands.restrict(ref);

        Counter.get(id).then().statusCode(409).body("code", equalTo("PROCESSING_RESTRICTED"));
        Counter.ask(body).then().statusCode(409);

        Commands.lift(ref);
        Counter.get(id).then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    /** A reference that is held has its whole patience again. */
    private static void awaitHeld(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> column(id, "expires_at > asked_at + interval '24 hours'").equals("t"));
    }

    private static String column(UUID id, String expression) {
        return Counter.column(
                        "select " + expression + " from identity_reference where id = '" + id + "'")
                .getFirst();
    }

    private static void update(UUID id, String change) {
        Counter.column(
                "update identity_reference set "
                        + change
                        + " where id = '"
                        + id
                        + "' returning status");
    }

    private long inquiries() {
        return Register.REGIX.callContexts().stream()
                .filter(context -> caseId.toString().equals(context.get("ServiceURI")))
                .count();
    }
}
