package bg.telenor.identity.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The privacy officer sees who may have been curious, and nobody else does. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class FlagTest {

    private final Desk desk = new Desk();
    private final Egn person = Register.somebody();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void flagsWhoAsksAboutTheSamePersonForAnotherCase() {
        ask(person);

        var again = ask(person);

        assertThat(desk.flags())
                .singleElement()
                .satisfies(
                        flag ->
                                assertThat(flag)
                                        .containsEntry("kind", "REPEATED")
                                        .containsEntry("shop", "SOFIA-01")
                                        .containsEntry("referenceId", again.toString()));
    }

    @Test
    void flagsNobodyForTheSameCaseAnotherPersonOrAnotherClerk() {
        var caseId = UUID.randomUUID();
        desk.ask(Counter.body(caseId, person)).then().statusCode(201);

        desk.ask(Counter.body(caseId, person).replace("CONCLUSION", "AMENDMENT"))
                .then()
                .statusCode(201);
        ask(Register.somebody());
        var other = new Desk();
        other.ask(Counter.body(person)).then().statusCode(201);

        assertThat(desk.flags()).isEmpty();
        assertThat(other.flags()).isEmpty();
    }

    @Test
    void flagsNobodyWhoAsksAgainAfterTheWindow() {
        ask(person);
        Counter.column(
                "update counter_question set asked_at = asked_at - interval '31 days'"
                        + " where clerk_ref = '"
                        + desk.ref()
                        + "' returning reference_id");

        ask(person);

        assertThat(desk.flags()).isEmpty();
    }

    @Test
    void flagsWhoAsksAboutTheirOwnName() {
        var family = SyntheticPersons.of(person).family();

        for (var own :
                List.of(
                        family.cyrillic(),
                        family.latin().toUpperCase(Locale.ROOT),
                        "Друга-" + family.cyrillic())) {
            var clerk = new Desk();
            Desk.askAs(clerk.token().familyName(own), Counter.body(person)).then().statusCode(201);

            assertThat(clerk.kinds()).as(own).containsExactly("OWN_NAME");
        }
    }

    @Test
    void flagsNobodyOfAnotherName() {
        var reference =
                Counter.idOf(
                        Desk.askAs(desk.token().familyName("Различнова"), Counter.body(person)));

        assertThat(desk.flags()).isEmpty();
        assertThat(question(reference, "own_names is null")).isEqualTo("t");
    }

    @Test
    void comparesNoNameOfOneWhoHasDied() {
        var dead = Register.somebody(Standing.DECEASED);
        var family = SyntheticPersons.of(dead).family().cyrillic();

        Desk.askAs(desk.token().familyName(family), Counter.body(dead)).then().statusCode(201);

        assertThat(desk.flags()).isEmpty();
    }

    @Test
    void flagsWhoAsksAboutAColleagueOfTheLatestList() {
        var left = Register.somebody();
        employees(left, person).then().statusCode(200).body("listed", equalTo(2));
        employees(person, person).then().statusCode(200).body("listed", equalTo(1));

        ask(left);
        ask(person);

        assertThat(desk.kinds()).containsExactly("COLLEAGUE");
        assertThat(Counter.column("select subject_ref from colleague"))
                .containsExactly(Suite.subjectRefs().of(person).value());
    }

    @Test
    void showsEveryFlagOnceAndTheNewestFirst() {
        for (int visit = 0; visit < 52; visit++) {
            ask(person);
        }

        var flags = desk.flags();

        assertThat(flags).hasSize(51).extracting(flag -> flag.get("id")).doesNotHaveDuplicates();
        assertThat(flags)
                .extracting(flag -> Instant.parse(flag.get("raisedAt")))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void isForTheOfficerAloneAndEachReadIsInEvidence() {
        ask(person);
        ask(person);
        var flag = desk.flags().getFirst().get("id");

        Counter.request(Suite.token("shop").scopes("references.read").employee("clerk").text())
                .get("/v1/clerk-flags")
                .then()
                .statusCode(403);
        Counter.request(Suite.token("shop").text()).get("/v1/clerk-flags").then().statusCode(403);
        Counter.request(Desk.officer())
                .get("/v1/clerk-flags?after=" + UUID.randomUUID())
                .then()
                .statusCode(400);

        assertThat(
                        Counter.column(
                                "select distinct employee from evidence where action = 'READ'"
                                        + " and record_type = 'CLERK_FLAG' and record_id = '"
                                        + flag
                                        + "'"))
                .containsExactly("officer");
    }

    @Test
    void namesTheClerkInTheVaultOnlyAndTheCustomerNowhere() {
        ask(person);
        ask(person);
        var flag = UUID.fromString(desk.flags().getFirst().get("id"));

        var row = Counter.column("select f::text from clerk_flag f where id = '" + flag + "'");

        assertThat(row.getFirst())
                .contains(desk.ref())
                .doesNotContain(desk.clerk)
                .doesNotContain(Suite.subjectRefs().of(person).value());
        var kept = Suite.await(Topic.INTAKE, flag, "DataReceived");
        assertThat(kept.key()).isEqualTo(desk.ref());
        assertThat(kept.data().path("retainUntil").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusYears(1).toString());
    }

    @Test
    void forgetsTheCustomerWithTheReferenceAndStillCountsTheQuestion() {
        var reference = ask(person);

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

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> question(reference, "subject_ref is null"), "t"::equals);
        assertThat(question(reference, "clerk_ref")).isEqualTo(desk.ref());
    }

    private UUID ask(PersonalNumber number) {
        var answer = desk.ask(Counter.body(number));
        answer.then().statusCode(201);
        return Counter.idOf(answer);
    }

    private static String question(UUID reference, String what) {
        return Counter.column(
                        "select "
                                + what
                                + " from counter_question where reference_id = '"
                                + reference
                                + "'")
                .getFirst();
    }

    private static Response employees(Egn... listed) {
        var lines =
                Stream.of(listed)
                        .map(egn -> "{\"type\":\"EGN\",\"value\":\"" + egn.value() + "\"}")
                        .collect(Collectors.joining(","));
        return Counter.request(Suite.token("hr").text())
                .body("{\"employees\":[" + lines + "]}")
                .put("/v1/employees");
    }
}
