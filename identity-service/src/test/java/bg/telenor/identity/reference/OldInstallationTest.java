package bg.telenor.identity.reference;

import static bg.telenor.identity.domain.DocumentKind.TRAVEL_DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Fault.Mode;
import bg.telenor.counterparts.regix.Operation;
import bg.telenor.counterparts.regix.Signing;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** With a register that has only its first entry point and the first versions of operations. */
@QuarkusTest
@TestProfile(OldInstallationTest.Old.class)
@WithTestResource(IdentityTestResource.class)
class OldInstallationTest {

    /** As of old. */
    public static class Old implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "suite.regix.entry-point", "V1",
                    "suite.regix.operations", "BDS_V1,ERCH_V1");
        }
    }

    @AfterEach
    void putRight() {
        Register.SERVER.fault(Fault.NONE);
        Register.REGIX.sign(Signing.GOOD);
        Register.REGIX.grantAll();
    }

    @Test
    void confirmsACitizen() {
        var answer = Counter.ask(Counter.body(Register.somebody()));

        answer.then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("true"))
                .body("documentValid", equalTo(true));
        var id = Counter.idOf(answer);
        assertThat(Counter.operations(id)).containsOnly("GetPersonalIdentity");
        assertThat(
                        Counter.column(
                                "select facts ->> 'serviceCallId' from evidence where record_id = '"
                                        + id
                                        + "' and facts ->> 'serviceCallId' is not null"))
                .as("calls have no number there")
                .isEmpty();
    }

    @Test
    void confirmsAForeignerByEitherNumber() {
        Counter.ask(Counter.body(Register.someForeigner()))
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("match.birthDate", equalTo("true"));
        Counter.ask(Counter.body(Register.someForeignerWithEgn(), TRAVEL_DOCUMENT))
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("documentValid", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, NOT_FOUND",
        "DOCUMENT_NOT_VALID, DOCUMENT_NOT_VALID",
        "REFUSED, REGISTER_REFUSED",
        "ANOTHER_PERSON, NO_ANSWER"
    })
    void refusesAsTheNewOneDoes(Standing standing, String reason) {
        var id = Counter.idOf(Counter.ask(Counter.body(Register.somebody(standing))));

        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"MISSING", "WRONG", "ANOTHER", "SHA1", "WRAPPED"})
    void confirmsNobodyByAnAnswerThatTheRegisterDidNotSign(Signing signing) {
        Register.REGIX.sign(signing);

        var id = Counter.idOf(Counter.ask(Counter.body(Register.somebody())));

        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo("NO_ANSWER");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"GARBAGE", "HALF_ANSWER"})
    void repeatsAnInquiryWhoseEndIsNotKnown(Mode mode) {
        Register.SERVER.fault(Fault.once(mode));

        var id = Counter.idOf(Counter.ask(Counter.body(Register.somebody())));

        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id)).endsWith("2 ASKED", "2 Found");
    }

    @Test
    void confirmsWithoutWhatIsNotGranted() {
        Register.REGIX.grant(
                "identity-service", Operation.BDS_V1, true, Set.of("PersonNames", "ValidDate"));

        Counter.ask(Counter.body(Register.somebody()))
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("match.names", equalTo("not_available"))
                .body("documentValid", nullValue());
    }
}
