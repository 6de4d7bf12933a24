package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Persons on one case, each in a role: minors with their guardian, users with another. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class SeveralPersonsTest {

    private static final AtomicInteger SERIALS = new AtomicInteger(100);

    private final UUID caseId = UUID.randomUUID();

    @Inject Vaulted vaulted;

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void asksNothingAboutAMinorWithoutAGuardian() {
        var answer = ask(minor(), Role.USER);

        answer.then().statusCode(422).body("code", equalTo("GUARDIAN_REQUIRED"));
        nothingWasAsked();
        assertThat(
                        Counter.column(
                                "select record_id from document where case_id = '" + caseId + "'"))
                .isEmpty();
    }

    @Test
    void confirmsAMinorWhoseGuardianIsConfirmedOnTheCase() {
        var child = minor();
        var guardian = Register.somebody();
        var ofGuardian = confirmed(ask(guardian, Role.GUARDIAN));

        var ofChild = confirmed(ask(child, Role.USER));

        Counter.get(ofChild).then().body("role", equalTo("USER")).body("ofAge", equalTo(false));
        Counter.get(ofGuardian)
                .then()
                .body("role", equalTo("GUARDIAN"))
                .body("ofAge", equalTo(true));
        assertThat(Suite.await(Topic.IDENTITY, ofChild, "IdentityConfirmed").key())
                .isEqualTo(Suite.subjectRefs().of(child).value());
        assertThat(
                        Suite.await(Topic.IDENTITY, ofGuardian, "IdentityConfirmed")
                                .data()
                                .path("role")
                                .asText())
                .isEqualTo("GUARDIAN");
    }

    @Test
    void confirmsAUserAndARepresentativeOnOneCase() {
        confirmed(ask(Register.somebody(), Role.USER));

        confirmed(ask(Register.somebody(), Role.REPRESENTATIVE));
    }

    @Test
    void aGuardianWhoIsNotConfirmedIsNone() {
        ask(Register.somebody(Standing.UNKNOWN), Role.GUARDIAN)
                .then()
                .body("status", equalTo("REFUSED"));

        ask(minor(), Role.USER).then().statusCode(422).body("code", equalTo("GUARDIAN_REQUIRED"));
    }

    @Test
    void aGuardianOfAnotherCaseIsNone() {
        Counter.ask(Counter.body(UUID.randomUUID(), Register.somebody(), Role.GUARDIAN))
                .then()
                .body("status", equalTo("CONFIRMED"));

        ask(minor(), Role.USER).then().statusCode(422).body("code", equalTo("GUARDIAN_REQUIRED"));
    }

    @Test
    void aRepresentativeIsNoGuardian() {
        confirmed(ask(Register.somebody(), Role.REPRESENTATIVE));

        ask(minor(), Role.USER).then().statusCode(422).body("code", equalTo("GUARDIAN_REQUIRED"));
    }

    @ParameterizedTest
    @EnumSource(names = {"GUARDIAN", "REPRESENTATIVE"})
    void aMinorActsForNobody(Role role) {
        confirmed(ask(Register.somebody(), Role.GUARDIAN));

        ask(minor(), role).then().statusCode(422).body("code", equalTo("ROLE_NOT_ALLOWED"));
    }

    @Test
    void onTheEighteenthBirthdayNobodyElseIsNeeded() {
        var today = LocalDate.now(IdentityReference.SOFIA);

        confirmed(ask(born(today.minusYears(18)), Role.USER));

        ask(born(today.minusYears(18).plusDays(1)), Role.USER).then().statusCode(422);
    }

    @Test
    void refusesAMinorWhomOnlyTheRegisterKnowsToBeOneAndKeepsNothing() {
        var child = foreignMinor();

        var answer = Counter.ask(withoutBirthDate(child));

        answer.then()
                .statusCode(201)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("GUARDIAN_REQUIRED"));
        var id = Counter.idOf(answer);
        var refused = Suite.await(Topic.IDENTITY, id, "IdentityRefused");
        assertThat(refused.data().path("reason").asText()).isEqualTo("GUARDIAN_REQUIRED");
        var found = Suite.await(Topic.IDENTITY, id, "MinorFound");
        assertThat(found.key()).isEqualTo(Suite.subjectRefs().of(child).value());
        assertThat(found.data().path("caseId").asText()).isEqualTo(caseId.toString());
        assertThat(vaulted.fields(id)).isEmpty();
    }

    @Test
    void asksNothingAboutAForeignerWhoSaysToBeAMinor() {
        var foreigner = Register.someForeigner();
        var born = SyntheticPersons.of(foreigner).birthDate().toString();
        var lately = LocalDate.now(IdentityReference.SOFIA).minusYears(10).toString();

        Counter.ask(Counter.body(caseId, foreigner).replace(born, lately))
                .then()
                .statusCode(422)
                .body("code", equalTo("GUARDIAN_REQUIRED"));

        nothingWasAsked();
    }

    @Test
    void confirmsAForeignMinorWithAGuardian() {
        confirmed(ask(Register.somebody(), Role.GUARDIAN));

        var id = confirmed(Counter.ask(withoutBirthDate(foreignMinor())));

        Counter.get(id).then().body("ofAge", equalTo(false));
        assertThat(Suite.events(Topic.IDENTITY, id))
                .extracting(event -> event.type())
                .doesNotContain("MinorFound");
    }

    private Response ask(PersonalNumber person, Role role) {
        return Counter.ask(Counter.body(caseId, person, role));
    }

    private static UUID confirmed(Response answer) {
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return Counter.idOf(answer);
    }

    private String withoutBirthDate(PersonalNumber person) {
        return Counter.body(caseId, person).replaceFirst(",\"birthDate\":\"[^\"]*\"", "");
    }

    private void nothingWasAsked() {
        assertThat(Register.REGIX.callContexts())
                .noneMatch(context -> caseId.toString().equals(context.get("ServiceURI")));
    }

    private static Egn minor() {
        return born(LocalDate.now(IdentityReference.SOFIA).minusYears(17));
    }

    private static Egn born(LocalDate day) {
        return SyntheticPersons.egn(day, SERIALS.getAndIncrement());
    }

    private static Lnch foreignMinor() {
        return Register.someForeigner(Standing.MINOR);
    }
}
