package bg.telenor.identity.webhook;

import static io.restassured.RestAssured.given;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Clients that want to be called back, and what there is of their calls. */
final class Callbacks {

    private Callbacks() {}

    static UUID ask(String client, UUID caseId, Egn person) {
        var answer = created(client, caseId, person, true);
        answer.then().statusCode(201);
        return answer.jsonPath().getUUID("id");
    }

    /** A reference at the counter of the client's shop. */
    static Response created(String client, UUID caseId, Egn person, boolean callback) {
        var token =
                Suite.token(client)
                        .scopes("references.create", "references.read")
                        .audience("identity-service")
                        .employee("clerk");
        return given().auth()
                .oauth2(token.text())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"caseId":"%s","identifier":{"type":"EGN","value":"%s"},
                         "documentNumber":"%s","purpose":"CONTRACT_CONCLUSION","role":"USER",
                         "callback":%s}\
                        """
                                .formatted(
                                        caseId,
                                        person.value(),
                                        SyntheticPersons.of(person).document().value(),
                                        callback))
                .post("/v1/references");
    }

    /** The client's address, open. */
    static TestSink sinkOf(String client, TestSink.Mode mode) {
        return new TestSink(Integer.getInteger(IdentityTestResource.SINK_PORT + client), mode);
    }

    static TestSink.Call awaitCall(TestSink sink, UUID reference) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sink.about(reference), calls -> !calls.isEmpty())
                .getFirst();
    }

    static void awaitGone(UUID reference) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(reference).isEmpty());
    }

    static List<String> rows(UUID reference) {
        return query(ofReference("id", reference));
    }

    static int failures(UUID reference) {
        return Integer.parseInt(query(ofReference("failures", reference)).getFirst());
    }

    static String ofReference(String column, UUID reference) {
        return "select " + column + " from webhook where reference_id = '" + reference + "'";
    }

    static List<String> query(String query) {
        var url = Suite.databaseUrl("identity");
        try (var database = DriverManager.getConnection(url, "identity_app", Suite.appPassword());
                var rows = database.createStatement().executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
