package bg.telenor.identity.photo;

import static org.hamcrest.Matchers.equalTo;

import bg.telenor.events.Topic;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.PersonalNumber;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Asks for photos, looks at them, and waits for their end. */
final class PhotoCalls {

    private PhotoCalls() {}

    static String withPhoto(UUID caseId, PersonalNumber number) {
        return Counter.body(caseId, number).replaceFirst("\\{", "{\"photo\":true,");
    }

    static UUID confirmed(String body) {
        var answer = Counter.ask(body);
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return Counter.idOf(answer);
    }

    static Response look(UUID id) {
        return lookAs("clerk", id);
    }

    static Response lookAs(String clerk, UUID id) {
        return Counter.request(Suite.token("shop").employee(clerk).text())
                .get("/v1/references/" + id + "/photo");
    }

    static void isNotThere(UUID id) {
        look(id).then().statusCode(404).body("code", equalTo("PHOTO_NOT_FOUND"));
    }

    static String photo(UUID id) {
        return "record_type = 'IDENTITY_PHOTO' and record_id = '" + id + "'";
    }

    static long photosOf(PersonalNumber number) {
        return Counter.column(
                        "select 1 from evidence where record_type = 'IDENTITY_PHOTO'"
                                + " and subject_ref = '"
                                + Suite.subjectRefs().of(number).value()
                                + "'")
                .size();
    }

    static long inquiries(UUID caseId) {
        return Register.REGIX.callContexts().stream()
                .filter(context -> caseId.toString().equals(context.get("ServiceURI")))
                .count();
    }

    /** Why the photo went. */
    static String awaitErasure(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> erasures(id), erasures -> !erasures.isEmpty())
                .getFirst();
    }

    static List<String> erasures(UUID id) {
        return Suite.events(Topic.INTAKE, id).stream()
                .filter(event -> event.type().equals("DataErased"))
                .filter(event -> event.data().path("record").asText().equals("IDENTITY_PHOTO"))
                .map(event -> event.data().path("reason").asText())
                .toList();
    }
}
