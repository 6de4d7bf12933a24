package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The register is not asked again what it has just said; what is asked anew replaces the old. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class ReuseTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Register.somebody();
    private final String body = Counter.body(caseId, person);

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void answersTheSameQuestionWithTheSameReference() {
        var first = confirmed(Counter.ask(body));

        var again = Counter.ask(body);

        again.then()
                .statusCode(201)
                .body("id", equalTo(first.toString()))
                .body("match.names", equalTo("true"));
        assertThat(inquiries()).isEqualTo(1);
    }

    @Test
    void theSameInOtherLettersIsTheSameQuestion() {
        var first = confirmed(Counter.ask(body));
        var name = SyntheticPersons.of(person).first();

        var again = Counter.ask(body.replace(name.cyrillic(), name.latin()));

        assertThat(confirmed(again)).isEqualTo(first);
    }

    static Stream<String> otherQuestions() {
        return Stream.of(
                "CONTRACT_CONCLUSION>CONTRACT_AMENDMENT",
                "\"USER\">\"" + Role.REPRESENTATIVE + "\"",
                ",\"birthDate\":\"[^\"]*\">");
    }

    @ParameterizedTest
    @MethodSource("otherQuestions")
    void asksAnotherQuestionAnew(String change) {
        var first = confirmed(Counter.ask(body));
        var parts = change.split(">", -1);

        var other = confirmed(Counter.ask(body.replaceFirst(parts[0], parts[1])));

        assertThat(other).isNotEqualTo(first);
        assertThat(inquiries()).isEqualTo(2);
    }

    @Test
    void asksAnewForAnotherCase() {
        var first = confirmed(Counter.ask(body));

        var other = confirmed(Counter.ask(Counter.body(person)));

        assertThat(other).isNotEqualTo(first);
        Counter.get(first).then().statusCode(200);
    }

    @Test
    void asksAnewWhenTheConfirmationIsNoLongerFreshAndErasesIt() {
        var old = confirmed(Counter.ask(body));
        age(old);

        var anew = confirmed(Counter.ask(body));

        assertThat(anew).isNotEqualTo(old);
        Counter.get(old).then().statusCode(404).body("code", equalTo("REFERENCE_NOT_FOUND"));
        Counter.get(anew).then().statusCode(200);
        assertThat(documents(old)).isEqualTo("0");
        assertThat(documents(anew)).isEqualTo("1");
        var erased = Suite.await(Topic.INTAKE, old, "DataErased");
        assertThat(erased.data().path("reason").asText()).isEqualTo("SUPERSEDED");
        assertThat(erased.key()).isEqualTo(Suite.subjectRefs().of(person).value());
    }

    @Test
    void aSlipOfThePenGoesWhenThePersonIsConfirmed() {
        var name = SyntheticPersons.of(person).first().cyrillic();
        var slip = Counter.ask(body.replace(name, "Друговид"));
        slip.then().body("reason", equalTo("MISMATCH"));

        confirmed(Counter.ask(body));

        Counter.get(Counter.idOf(slip)).then().statusCode(404);
    }

    @Test
    void aConfirmationStaysWhenALaterQuestionIsRefused() {
        var first = confirmed(Counter.ask(body));
        var name = SyntheticPersons.of(person).first().cyrillic();

        Counter.ask(body.replace(name, "Друговид")).then().body("status", equalTo("REFUSED"));

        Counter.get(first).then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    private static UUID confirmed(Response answer) {
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return Counter.idOf(answer);
    }

    private long inquiries() {
        return Register.REGIX.callContexts().stream()
                .filter(context -> caseId.toString().equals(context.get("ServiceURI")))
                .count();
    }

    /** As if it had been decided two hours ago. */
    private static void age(UUID id) {
        Counter.column(
                "update identity_reference set decided_at = decided_at - interval '2 hours'"
                        + " where id = '"
                        + id
                        + "' returning id");
    }

    private static String documents(UUID id) {
        return Counter.column("select count(*) from document where record_id = '" + id + "'")
                .getFirst();
    }
}
