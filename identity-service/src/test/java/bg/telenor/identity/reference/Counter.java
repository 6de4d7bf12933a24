package bg.telenor.identity.reference;

import static io.restassured.RestAssured.given;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.PersonalNumber;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Calls the service as the clerk at a shop's counter does. */
public final class Counter {

    private Counter() {}

    public static RequestSpecification request() {
        return request(Suite.token("shop").employee("clerk").text());
    }

    public static RequestSpecification request(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static RequestSpecification creating() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static String body(PersonalNumber person) {
        return body(UUID.randomUUID(), person);
    }

    /** What the person shows and says, all of it true. */
    public static String body(UUID caseId, PersonalNumber number) {
        var person = SyntheticPersons.of(number);
        return """
        {"caseId":"%s","identifier":{"type":"%s","value":"%s"},"documentNumber":"%s",
         "purpose":"CONTRACT_CONCLUSION","role":"USER",
         "claimed":{"names":{"first":"%s","family":"%s"},"birthDate":"%s"}}\
        """
                .formatted(
                        caseId,
                        number.type(),
                        number.value(),
                        person.document().value(),
                        person.first().cyrillic(),
                        person.family().latin(),
                        person.birthDate());
    }

    /** What the person says, and shows a document of this kind. */
    static String body(PersonalNumber number, DocumentKind kind) {
        var person = SyntheticPersons.of(number);
        var shown =
                switch (kind) {
                    case IDENTITY_CARD, RESIDENCE_PERMIT -> person.document();
                    case TRAVEL_DOCUMENT -> person.travelDocument().whole();
                };
        return body(number)
                .replace(
                        "\"documentNumber\":\"" + person.document().value() + "\"",
                        "\"documentKind\":\"%s\",\"documentNumber\":\"%s\""
                                .formatted(kind, shown.value()));
    }

    /** What the person shows and says, in another role than the user's. */
    public static String body(UUID caseId, PersonalNumber person, Role role) {
        return body(caseId, person).replace("USER", role.name());
    }

    public static Response ask(String body) {
        return creating().body(body).post("/v1/references");
    }

    public static Response get(UUID id) {
        return request().get("/v1/references/" + id);
    }

    public static UUID idOf(Response created) {
        return UUID.fromString(created.jsonPath().getString("id"));
    }

    public static JsonPath await(UUID id, String status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> get(id).then().statusCode(200).extract().jsonPath(),
                        json -> status.equals(json.getString("status")));
    }

    /** The facts of all inquiries about a reference, in order. */
    public static List<String> inquiries(UUID id) {
        return column(
                "select facts ->> 'attempt' || ' ' || (facts ->> 'outcome') from evidence"
                        + " where action = 'INQUIRY' and record_id = '"
                        + id
                        + "' order by id");
    }

    /** Why answers about a reference were not taken for the register's, in order. */
    public static List<String> doubts(UUID id) {
        return column(
                "select facts ->> 'doubt' from evidence where facts ->> 'doubt' is not null"
                        + " and record_id = '"
                        + id
                        + "' order by id");
    }

    /** What the register was asked for a reference, by its short name, in order. */
    static List<String> operations(UUID id) {
        return column(
                        "select facts ->> 'operation' from evidence where action = 'INQUIRY'"
                                + " and record_id = '"
                                + id
                                + "' order by id")
                .stream()
                .map(name -> name.replaceFirst(".*\\.", ""))
                .toList();
    }

    public static List<String> column(String query) {
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
