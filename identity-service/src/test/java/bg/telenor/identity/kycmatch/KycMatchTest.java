package bg.telenor.identity.kycmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.events.Topic;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.reference.Commands;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose data is matched for a partner, and what with. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class KycMatchTest {

    private static final String NOT_AVAILABLE = "not_available";

    @Inject KycConsents consents;

    @Test
    void matchesWhatTheRegisterSaidOfThePersonOfTheNumber() {
        var customer = Customer.consenting(consents);
        var person = customer.person;
        var address = person.address();

        var answer =
                Partner.TRUSTED.asks(
                        customer.number,
                        """
                        "idDocument":"%s","name":"%s %s","givenName":"%s","middleNames":"%s",
                        "familyName":"%s","birthdate":"%s","country":"bg","region":"%s",
                        "locality":"гр. %s","streetName":"%s","streetNumber":"0%d",
                        "address":"ул. %s %d, гр. %s"\
                        """
                                .formatted(
                                        person.document().value(),
                                        person.first().latin(),
                                        person.family().cyrillic(),
                                        person.first().cyrillic(),
                                        person.father().latin(),
                                        person.family().latin(),
                                        person.birthDate(),
                                        address.district(),
                                        address.settlement(),
                                        address.street(),
                                        address.number(),
                                        address.street(),
                                        address.number(),
                                        address.settlement()));

        answer.then().statusCode(200).contentType("application/json");
        assertThat(answer.jsonPath().<String, Object>getMap(""))
                .hasSize(12)
                .allSatisfy((field, value) -> assertThat(value).as(field).isEqualTo("true"));
    }

    @Test
    void saysWhatIsWrongAndHowNearlyRightToWhomScoresAreGranted() {
        var customer = Customer.consenting(consents);
        var nearly = customer.person.family().latin() + "a";

        var answer =
                Partner.TRUSTED.asks(
                        customer.number,
                        claim("familyName", nearly) + ",\"birthdate\":\"1931-02-03\"");

        answer.then()
                .body("familyNameMatch", equalTo("false"))
                .body("birthdateMatch", equalTo("false"))
                .body("birthdateMatchScore", nullValue());
        assertThat(answer.jsonPath().getInt("familyNameMatchScore")).isBetween(80, 99);
        assertThat(matchedOf(Partner.MODEST, customer, claim("familyName", nearly)).getMap(""))
                .isEqualTo(Map.of("familyNameMatch", "false"));
    }

    @Test
    void doesNotMatchWhatIsNotHeldOrNotAgreed() {
        var customer = Customer.consenting(consents);
        var claims =
                claim("email", "nobody@example.com")
                        + ","
                        + claim("gender", "OTHER")
                        + ","
                        + claim("idDocumentType", "passport")
                        + ","
                        + claim("givenName", customer.person.first().latin());

        var answer = Partner.MODEST.asks(customer.number, claims);

        answer.then().statusCode(200);
        assertThat(answer.jsonPath().<String, Object>getMap(""))
                .hasSize(4)
                .allSatisfy((field, value) -> assertThat(value).isEqualTo(NOT_AVAILABLE));
    }

    @Test
    void answersOfNobodyAsOfSomebodyWhoIsNotMatched() {
        var silent = Customer.unknown();
        silent.confirm();
        silent.holds(Capacity.USER);
        var neverConfirmed = Customer.unknown();
        neverConfirmed.holds(Capacity.USER);
        neverConfirmed.consents(consents, Status.GIVEN);
        var claims = silent.rightName() + ",\"birthdate\":\"1931-02-03\"";

        var ofNobody = Partner.TRUSTED.asks(Customer.unknown().number, claims);

        ofNobody.then().statusCode(200).body("familyNameMatch", equalTo(NOT_AVAILABLE));
        for (var number :
                List.of(silent.number.e164(), neverConfirmed.number.e164(), "+4930901820")) {
            var answer =
                    Partner.TRUSTED.asks("{\"phoneNumber\":\"" + number + "\"," + claims + "}");
            assertThat(answer.asString()).isEqualTo(ofNobody.asString());
            assertThat(answer.statusCode()).isEqualTo(ofNobody.statusCode());
        }
    }

    @Test
    void isAboutTheUserBeforeTheSubscriberAndAboutNobodyElse() {
        var contact = Customer.unknown();
        contact.confirm();
        contact.holds(Capacity.CONTACT);
        contact.consents(consents, Status.GIVEN);
        var subscriber = Customer.unknown();
        subscriber.confirm();
        subscriber.holds(Capacity.SUBSCRIBER);
        subscriber.consents(consents, Status.GIVEN);
        var user = subscriber.onTheSameNumber();
        user.confirm();
        user.consents(consents, Status.GIVEN);
        contact.isNotMatched();
        subscriber.isMatched();

        user.holds(Capacity.USER);

        user.isMatched();
        subscriber.matched().then().body("familyNameMatch", equalTo("false"));
    }

    @Test
    void isAboutNobodyOnceTheNumberIsGivenUp() {
        var customer = Customer.unknown();
        customer.confirm();
        var holding = customer.holds(Capacity.USER);
        customer.consents(consents, Status.GIVEN);
        customer.isMatched();

        customer.givesUp(holding);

        customer.isNotMatched();
    }

    @Test
    void doesNotMatchWithWhatIsTooOld() {
        var customer = Customer.consenting(consents);
        customer.isMatched();

        Customer.column(
                "update identity_reference set decided_at = decided_at - interval '181 days'"
                        + " where subject_ref = '"
                        + customer.ref.value()
                        + "' returning id");

        customer.isNotMatched();
    }

    @Test
    void matchesWithTheLatestReference() {
        var customer = Customer.consenting(consents);
        var latest = customer.confirm();

        customer.isMatched();

        assertThat(disclosed(latest)).hasSize(1);
    }

    @Test
    void isSilentOfAPersonWhoseDataMayOnlyBeKept() {
        var customer = Customer.consenting(consents);
        Commands.restrict(customer.ref);

        customer.isNotMatched();

        Commands.lift(customer.ref);
        customer.isMatched();
    }

    @Test
    void putsOnRecordWhatWasToldToWhomAndWhy() {
        var customer = Customer.unknown();
        var reference = customer.confirm();
        customer.holds(Capacity.USER);
        customer.consents(consents, Status.GIVEN);

        Partner.TRUSTED
                .asks(
                        customer.number,
                        customer.rightName() + ",\"birthdate\":\"1931-02-03\",\"gender\":\"OTHER\"")
                .then()
                .statusCode(200);

        assertThat(disclosed(reference))
                .containsExactly("KYC_MATCH KYC_PARTNER familyName,birthdate kyc-partner");
        var said = Suite.await(Topic.INTAKE, reference, "DataDisclosed").data();
        assertThat(said.path("recipient").asText()).isEqualTo("KYC_PARTNER");
        assertThat(said.path("purpose").asText()).isEqualTo("KYC_MATCH");
    }

    @Test
    void neitherOpensNorDisclosesWhatIsNotMatched() {
        var customer = Customer.unknown();
        var reference = customer.confirm();
        customer.holds(Capacity.USER);

        customer.isNotMatched();

        assertThat(disclosed(reference)).isEmpty();
        assertThat(
                        Customer.column(
                                "select action from evidence where action = 'READ'"
                                        + " and actor = 'kyc-partner' and record_id = '"
                                        + reference
                                        + "'"))
                .isEmpty();
    }

    private static JsonPath matchedOf(Partner partner, Customer customer, String claims) {
        return partner.asks(customer.number, claims).then().statusCode(200).extract().jsonPath();
    }

    private static String claim(String attribute, String value) {
        return "\"" + attribute + "\":\"" + value + "\"";
    }

    private static List<String> disclosed(UUID reference) {
        return Customer.column(
                "select purpose || ' ' || (facts ->> 'recipient') || ' ' || (facts ->> 'matched')"
                        + " || ' ' || actor from evidence where action = 'DISCLOSURE'"
                        + " and record_id = '"
                        + reference
                        + "'");
    }
}
