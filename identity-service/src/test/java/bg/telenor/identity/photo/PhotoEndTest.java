package bg.telenor.identity.photo;

import static bg.telenor.identity.photo.PhotoCalls.awaitErasure;
import static bg.telenor.identity.photo.PhotoCalls.confirmed;
import static bg.telenor.identity.photo.PhotoCalls.inquiries;
import static bg.telenor.identity.photo.PhotoCalls.isNotThere;
import static bg.telenor.identity.photo.PhotoCalls.look;
import static bg.telenor.identity.photo.PhotoCalls.photo;
import static bg.telenor.identity.photo.PhotoCalls.photosOf;
import static bg.telenor.identity.photo.PhotoCalls.withPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a photo ends: with its minutes, its reference, or on request; row and key and all. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class PhotoEndTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Register.somebody();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @AfterEach
    void putRight() {
        Register.SERVER.fault(Fault.NONE);
    }

    @Test
    void isNotKeptWhenItComesAfterThePersonHasLeft() {
        Register.SERVER.fault(Fault.of(Fault.Mode.DOWN));
        var answer = Counter.ask(withPhoto(caseId, person));
        answer.then().statusCode(202);
        var id = Counter.idOf(answer);
        Counter.column(
                "update identity_reference set version = version + 1,"
                        + " asked_at = asked_at - interval '16 minutes' where id = '"
                        + id
                        + "' returning id");

        Register.SERVER.fault(Fault.NONE);

        Counter.await(id, "CONFIRMED");
        isNotThere(id);
        assertThat(photosOf(person)).isZero();
    }

    @Test
    void goesWithItsKeyWhenItsMinutesAreOver() {
        var id = confirmed(withPhoto(caseId, person));
        var key = Counter.column("select key_id from document where " + photo(id)).getFirst();
        assertThat(
                        Counter.column(
                                "select extract(epoch from erase_at - received_at)::int from"
                                        + " document where "
                                        + photo(id)))
                .containsExactly(Long.toString(Duration.ofMinutes(15).toSeconds()));

        Counter.column(
                "update document set erase_at = now() where " + photo(id) + " returning record_id");

        isNotThere(id);
        assertThat(awaitErasure(id)).isEqualTo("RETENTION");
        assertThat(Counter.column("select 1 from document where " + photo(id))).isEmpty();
        assertThat(Counter.column("select 1 from identity_photo where reference_id = '" + id + "'"))
                .isEmpty();
        assertThat(Counter.column("select 1 from destroyed_key where key_id = '" + key + "'"))
                .hasSize(1);
        Counter.get(id).then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void goesWhenThePersonAsksForErasure() {
        var id = confirmed(withPhoto(caseId, person));

        Suite.send(
                SuiteService.CONSENT,
                new ErasureRequested(
                        Suite.subjectRefs().of(person),
                        UUID.randomUUID(),
                        1,
                        1,
                        Instant.EPOCH,
                        null,
                        Instant.now().plusSeconds(3600),
                        null));

        assertThat(awaitErasure(id)).isEqualTo("REQUEST");
        isNotThere(id);
    }

    @Test
    void answersTheSameQuestionWhileItIsThereAndAsksAnewWhenItIsNot() {
        var first = confirmed(withPhoto(caseId, person));

        assertThat(confirmed(withPhoto(caseId, person))).isEqualTo(first);
        Counter.column(
                "update document set erase_at = now() where "
                        + photo(first)
                        + " returning record_id");
        awaitErasure(first);
        var anew = confirmed(withPhoto(caseId, person));

        assertThat(anew).isNotEqualTo(first);
        assertThat(inquiries(caseId)).isEqualTo(2);
        look(anew).then().statusCode(200);
    }

    @Test
    void goesWithTheReferenceThatANewerOneTakesThePlaceOf() {
        var old = confirmed(withPhoto(caseId, person));

        confirmed(Counter.body(caseId, person));

        assertThat(awaitErasure(old)).isEqualTo("SUPERSEDED");
        isNotThere(old);
    }

    @Test
    void goesWithAReferenceThatIsCorrected() {
        var wrong = confirmed(withPhoto(caseId, person));
        var right = Register.somebody();
        var body =
                """
                {"identifier":{"type":"EGN","value":"%s"},"documentNumber":"%s"}\
                """
                        .formatted(right.value(), SyntheticPersons.of(right).document().value());

        Counter.creating()
                .body(body)
                .post("/v1/references/" + wrong + "/correction")
                .then()
                .statusCode(201);

        assertThat(awaitErasure(wrong)).isEqualTo("RECTIFIED");
        isNotThere(wrong);
    }
}
