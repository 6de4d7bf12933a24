package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After three differing claims about a person nobody learns any more which values are right. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class GuessingTest {

    private static final String THREE = "абв";

    @Inject GuessingGuard guard;

    private final Egn person = Register.somebody();
    private final String first = SyntheticPersons.of(person).first().cyrillic();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void comparesNothingAfterThreeDifferingClaims() {
        guessThreeTimes();

        var answer = Counter.ask(Counter.body(person));

        answer.then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("not_available"))
                .body("match.namesScore", nullValue())
                .body("match.birthDate", equalTo("not_available"));
    }

    @Test
    void tellsARightGuessFromAWrongOneNeitherByStatusNorByMatch() {
        guessThreeTimes();

        guess("г")
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("not_available"))
                .body("match.birthDate", equalTo("not_available"));
    }

    @Test
    void countsTheGuessesOfAllCallersTogether() {
        guessThreeTimes();
        var other =
                Suite.token("other-shop")
                        .scopes("references.create", "references.read")
                        .audience("identity-service")
                        .employee("clerk-of-theirs")
                        .text();

        Counter.request(other)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Counter.body(person))
                .post("/v1/references")
                .then()
                .statusCode(201)
                .body("match.names", equalTo("not_available"));
    }

    @Test
    void comparesAClaimAgainThatWasCompared() {
        guessThreeTimes();

        guess("а").then().body("match.names", equalTo("false"));
        Counter.ask(Counter.body(person).replace(first, (first + "а").toUpperCase(Locale.ROOT)))
                .then()
                .body("match.names", equalTo("false"));
    }

    @Test
    void comparesAgainWhenTheWindowHasPassed() {
        guessThreeTimes();
        age();

        Counter.ask(Counter.body(person)).then().body("match.names", equalTo("true"));
    }

    @Test
    void forgetsWhatWasComparedBeforeTheWindow() {
        guessThreeTimes();
        assertThat(compared()).isEqualTo(3);
        age();

        guard.forget();

        assertThat(compared()).isZero();
    }

    @Test
    void guessesAboutOnePersonAreNoneAboutAnother() {
        guessThreeTimes();

        Counter.ask(Counter.body(Register.somebody())).then().body("match.names", equalTo("true"));
    }

    @Test
    void comparesNoMoreThanThreeThatComeAtOnce() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(
                            IntStream.range(0, 8)
                                    .mapToObj(
                                            n ->
                                                    (Callable<Response>)
                                                            () -> guess("" + "абвгдежз".charAt(n)))
                                    .toList());

            assertThat(answers)
                    .extracting(answer -> answer.get().jsonPath().getString("match.names"))
                    .filteredOn("false"::equals)
                    .hasSize(3);
        }
    }

    private void guessThreeTimes() {
        THREE.chars()
                .forEach(
                        letter ->
                                guess(Character.toString(letter))
                                        .then()
                                        .body("match.names", equalTo("false")));
    }

    private Response guess(String ending) {
        return Counter.ask(Counter.body(person).replace(first, first + ending));
    }

    /** As if all of it had been compared two days ago. */
    private void age() {
        Counter.column(
                "update compared_claim set compared_at = compared_at - interval '2 days' where "
                        + ofPerson()
                        + " returning claim");
    }

    private int compared() {
        return Integer.parseInt(
                Counter.column("select count(*) from compared_claim where " + ofPerson())
                        .getFirst());
    }

    private String ofPerson() {
        return "subject_ref = '" + Suite.subjectRefs().of(person).value() + "'";
    }
}
