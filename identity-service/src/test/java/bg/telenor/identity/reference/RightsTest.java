package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Fault.Mode;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person asks about their data is answered in full, and an erasure leaves nothing. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class RightsTest {

    private final Egn person = Register.somebody();
    private final SubjectRef ref = Suite.subjectRefs().of(person);

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @AfterEach
    void putRight() {
        Register.SERVER.fault(Fault.NONE);
    }

    @Test
    void accessHandsOutWhatIsKeptOfEveryReferenceWhateverItsState() throws Exception {
        var confirmed = confirmed();
        var refused = refused();
        var pending = pending();

        var records = Commands.access(ref);

        assertThat(records)
                .hasSize(3)
                .allSatisfy(
                        record -> {
                            assertThat(record.path("record").asText())
                                    .isEqualTo("IDENTITY_REFERENCE");
                            assertThat(record.path("purpose").asText())
                                    .isEqualTo("CONTRACT_CONCLUSION");
                            assertThat(record.path("title").path("bg").asText()).isNotEmpty();
                            assertThat(record.path("basis").asText()).startsWith("GDPR art. 6");
                            assertThat(record.path("caseId").asText()).isNotEmpty();
                            assertThat(record.path("receivedAt").asText()).isNotEmpty();
                            assertThat(record.path("retainUntil").asText()).isNotEmpty();
                            assertThat(record.path("content").path("identifier").isMissingNode())
                                    .isFalse();
                        });
        assertThat(source(records, confirmed)).isEqualTo("REGIX_BDS");
        assertThat(content(records, confirmed).path("fullName").isMissingNode()).isFalse();
        assertThat(source(records, refused)).isEqualTo("REGIX_BDS");
        assertThat(source(records, pending)).isEqualTo("DATA_SUBJECT");
        assertThat(content(records, pending).path("askedBy").asText()).isEqualTo("clerk");
    }

    @Test
    void erasureLeavesThePersonInNoPlaceButThoseThatAreDocumented() {
        confirmed();
        refused();
        pending();
        var keys =
                Counter.column(
                        "select key_id from document where subject_ref = '" + ref.value() + "'");

        var answer = Commands.erase(ref);

        assertThat(answer.path("erased").asInt()).isEqualTo(3);
        assertThat(answer.path("retained")).isEmpty();
        assertThat(keys).isNotEmpty();
        assertThat(
                        Counter.column(
                                "select key_id from destroyed_key where key_id in ('"
                                        + String.join("','", keys)
                                        + "')"))
                .hasSameSizeAs(keys.stream().distinct().toList());
        // docs/copies.md: proof of what was done, what stops late events, 24 h against guessing.
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(placesOf(ref))
                                        .containsExactlyInAnyOrder(
                                                "evidence.subject_ref",
                                                "erased_subject.subject_ref",
                                                "compared_claim.subject_ref"));
    }

    @Test
    void aPendingReferenceThatIsErasedIsAskedNoMore() {
        var id = pending();
        Commands.erase(ref);
        Register.SERVER.fault(Fault.NONE);
        var before = Counter.inquiries(id);

        confirmed();

        Counter.get(id).then().statusCode(404);
        assertThat(Counter.inquiries(id)).isEqualTo(before);
        assertThat(Suite.events(Topic.IDENTITY, id)).isEmpty();
    }

    @Test
    void theEndOfItsTermErasesAReference() {
        var id = confirmed();

        Counter.column(
                "update document set retain_until = '2020-01-31' where record_id = '"
                        + id
                        + "' returning record_id");

        var erased = Suite.await(Topic.INTAKE, id, "DataErased");
        assertThat(erased.data().path("reason").asText()).isEqualTo("RETENTION");
        Counter.get(id).then().statusCode(404).body("code", equalTo("REFERENCE_NOT_FOUND"));
    }

    @Test
    void saysWhatTheRegisterHasToCorrect() {
        confirmed();

        var answer = Commands.rectify(ref);

        assertThat(answer.path("outcome").asText()).isEqualTo("NOT_OURS_TO_CORRECT");
        assertThat(answer.path("findings").path(0).path("source").asText()).isEqualTo("REGIX_BDS");
    }

    private UUID confirmed() {
        var answer = Counter.ask(Counter.body(person));
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return Counter.idOf(answer);
    }

    private UUID refused() {
        var name = SyntheticPersons.of(person).first().cyrillic();
        var answer = Counter.ask(Counter.body(person).replace(name, "Друговид"));
        answer.then().statusCode(201).body("reason", equalTo("MISMATCH"));
        return Counter.idOf(answer);
    }

    private UUID pending() {
        Register.SERVER.fault(Fault.of(Mode.DOWN));
        var answer = Counter.ask(Counter.body(person));
        answer.then().statusCode(202);
        return Counter.idOf(answer);
    }

    private static String source(List<JsonNode> records, UUID id) {
        return record(records, id).path("source").asText();
    }

    private static JsonNode content(List<JsonNode> records, UUID id) {
        return record(records, id).path("content");
    }

    private static JsonNode record(List<JsonNode> records, UUID id) {
        return records.stream()
                .filter(record -> record.path("id").asText().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** Every column of every table that has the reference in it, as a whole or as a part. */
    private static List<String> placesOf(SubjectRef person) {
        return Counter.column(
                        """
                        select table_name || '.' || column_name from information_schema.columns
                         where table_schema = 'public' and table_name not like 'flyway%'
                        """)
                .stream()
                .filter(place -> has(place, person))
                .toList();
    }

    private static boolean has(String place, SubjectRef person) {
        var parts = place.split("\\.", -1);
        return Counter.column(
                        "select exists (select 1 from %s where %s::text like '%%%s%%')"
                                .formatted(parts[0], parts[1], person.value()))
                .getFirst()
                .equals("t");
    }
}
