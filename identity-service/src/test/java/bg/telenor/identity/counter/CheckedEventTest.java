package bg.telenor.identity.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TopicRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of whom the register told at a counter, they are to be told; once, and nobody else. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class CheckedEventTest {

    private final Desk desk = new Desk();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void saysInWhichShopAndOfWhichReference() {
        var person = Register.somebody();
        var caseId = UUID.randomUUID();
        var id =
                Counter.idOf(
                        Desk.askAs(desk.token().shop("PLOVDIV-2"), Counter.body(caseId, person)));

        var checked = Suite.await(Topic.IDENTITY, id, "IdentityChecked");

        assertThat(checked.key()).isEqualTo(Suite.subjectRefs().of(person).value());
        assertThat(checked.data().path("shop").asText()).isEqualTo("PLOVDIV-2");
        assertThat(checked.data().path("caseId").asText()).isEqualTo(caseId.toString());
        assertThat(checked.data().path("at").asText()).isNotEmpty();
    }

    @Test
    void saysItOfOneWhoIsRefusedToo() {
        var person = Register.somebody();
        var name = SyntheticPersons.of(person).first().cyrillic();
        var answer = desk.ask(Counter.body(person).replace(name, "Друговид"));
        answer.then().body("reason", equalTo("MISMATCH"));

        assertThat(Suite.await(Topic.IDENTITY, Counter.idOf(answer), "IdentityChecked"))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "DECEASED", "REFUSED"})
    void saysNothingOfOneWhomTheRegisterDoesNotTellOf(Standing standing) {
        saysNothing(Counter.idOf(desk.ask(Counter.body(Register.somebody(standing)))));
    }

    @Test
    void saysNothingOfAMinorWithoutAGuardian() {
        var minor = Register.someForeigner(Standing.MINOR);
        var body = Counter.body(minor).replaceFirst(",\"birthDate\":\"[^\"]*\"", "");

        var answer = desk.ask(body);

        answer.then().body("reason", equalTo("GUARDIAN_REQUIRED"));
        saysNothing(Counter.idOf(answer));
    }

    @Test
    void saysNothingAgainWhenTheRegisterIsNotAskedAgain() {
        var body = Counter.body(Register.somebody());
        var id = Counter.idOf(desk.ask(body));

        desk.ask(body).then().statusCode(201).body("id", equalTo(id.toString()));

        Suite.await(Topic.IDENTITY, id, "IdentityConfirmed");
        assertThat(checked(id)).hasSize(1);
    }

    @Test
    void saysNothingOfWhatIsNotAskedAtACounter() {
        var elsewhere =
                Suite.token("call-centre")
                        .scopes("references.create")
                        .audience("identity-service")
                        .employee("agent");
        var id = Counter.idOf(Desk.askAs(elsewhere, Counter.body(Register.somebody())));

        Suite.await(Topic.IDENTITY, id, "IdentityConfirmed");
        assertThat(checked(id)).isEmpty();
    }

    /** It would be there by now: it goes out before the refusal. */
    private static void saysNothing(UUID id) {
        Suite.await(Topic.IDENTITY, id, "IdentityRefused");
        assertThat(checked(id)).isEmpty();
    }

    private static List<TopicRecord> checked(UUID id) {
        return Suite.events(Topic.IDENTITY, id).stream()
                .filter(event -> event.type().equals("IdentityChecked"))
                .toList();
    }
}
