package bg.telenor.debtcheck.obligation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.debtcheck.DebtCheckTestResource;
import bg.telenor.debtcheck.Others;
import bg.telenor.events.Topic;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class BillingImportTest {

    private static final String LINES = "application/x-ndjson";
    private static final RestAssuredConfig CONFIG =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs(LINES, ContentType.TEXT));

    private final UUID obligation = UUID.randomUUID();
    private final Egn person = Others.somebody();
    private final String good = line(obligation, person);

    @Test
    void takesInWhatBillingSays() {
        send(good + "\n").then().statusCode(200).body("accepted", equalTo(1));

        assertThat(Suite.await(Topic.INTAKE, obligation, "DataReceived").data().path("source"))
                .hasToString("\"BILLING\"");
    }

    @Test
    void takesInTheSameLineAgain() {
        send(good).then().statusCode(200).body("accepted", equalTo(1));

        send(good + "\n" + good).then().statusCode(200).body("accepted", equalTo(2));
    }

    @Test
    void keepsNothingOfWhatIsSettled() {
        send(good).then().body("accepted", equalTo(1));

        send(good.replace("DUE", "SETTLED")).then().body("accepted", equalTo(1));

        var erased = Suite.await(Topic.INTAKE, obligation, "DataErased");
        assertThat(erased.data().path("reason").asText()).isEqualTo("SUPERSEDED");
    }

    @Test
    void takesWhatIsSettledForSettledThoughItWasNeverTold() {
        send(good.replace("DUE", "SETTLED")).then().body("accepted", equalTo(1));
    }

    @Test
    void takesInMoreThanFitsIntoOtherBodies() {
        var many =
                IntStream.range(0, 1000)
                        .mapToObj(i -> " ".repeat(1500) + "\r")
                        .collect(Collectors.joining("\n"));

        send(many + "\n" + good).then().statusCode(200).body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    \\{               | {"x":1,        | UNKNOWN_FIELD
                    \\{               | [              | NOT_JSON
                    }$                | }}             | NOT_JSON
                    "state":"DUE",    | ` `            | FIELD_MISSING
                    DUE               | SOON           | INVALID_FIELD
                    2026-01-31        | 2026-02-30     | INVALID_FIELD
                    EGN               | PASSPORT       | INVALID_IDENTIFIER
                    "value":"[0-9]    | "value":"X     | INVALID_IDENTIFIER
                    4990              | -1             | INVALID_AMOUNT
                    4990              | 49.90          | INVALID_AMOUNT
                    4990              | 99999999999999999999 | INVALID_AMOUNT
                    4990              | "4990"         | INVALID_AMOUNT
                    EUR               | XXZ            | INVALID_AMOUNT
                    EUR               | USD            | WRONG_CURRENCY
                    """)
    void namesABadLineByNumberAndCodeAndTakesTheOthers(String of, String with, String code) {
        var bad = line(UUID.randomUUID(), person).replaceFirst(of, with);

        var answer = send(good + "\n" + bad + "\n\n" + line(UUID.randomUUID(), person));

        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refusedLines", equalTo(1))
                .body("refused.line", contains(2))
                .body("refused.code", contains(code))
                .body(not(containsString(person.value())));
    }

    @Test
    void refusesALineThatIsTooLong() {
        var tooLong = good.replaceFirst("\\{", "{" + " ".repeat(5000));

        send(tooLong).then().body("refused.code", contains("LINE_TOO_LONG"));
    }

    @Test
    void refusesToMakeAnObligationAnotherPersons() {
        send(good).then().body("accepted", equalTo(1));

        var anothers = line(obligation, Others.somebody());

        send(anothers + "\n" + anothers.replace("DUE", "SETTLED"))
                .then()
                .body("refused.code", contains("PERSON_CHANGED", "PERSON_CHANGED"));
    }

    @Test
    void isForBillingAlone() {
        given().config(CONFIG)
                .auth()
                .oauth2(Suite.token("shop").text())
                .contentType(LINES)
                .body(good)
                .post("/v1/obligations")
                .then()
                .statusCode(403);
    }

    private static Response send(String lines) {
        return given().config(CONFIG)
                .auth()
                .oauth2(Suite.token("billing").text())
                .contentType(LINES)
                .body(lines)
                .post("/v1/obligations");
    }

    private static String line(UUID id, Egn person) {
        return """
        {"obligationId":"%s","identifier":{"type":"EGN","value":"%s"},"state":"DUE",\
        "dueOn":"2026-01-31","amount":{"amountMinor":4990,"currency":"EUR"}}\
        """
                .formatted(id, person.value());
    }
}
