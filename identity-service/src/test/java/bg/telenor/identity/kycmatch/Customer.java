package bg.telenor.identity.kycmatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.events.consent.ConsentEvent.ConsentState;
import bg.telenor.events.consent.ConsentEvent.Entry;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Somebody with a number, as the shop, billing and consent-service make them known. */
final class Customer {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Msisdn number;
    final Egn egn;
    final SubjectRef ref;
    final SubjectRef numberRef;
    final Person person;

    private Customer(Egn egn, Msisdn number) {
        this.egn = egn;
        this.number = number;
        this.ref = Suite.subjectRefs().of(egn);
        this.numberRef = Suite.subjectRefs().of(number);
        this.person = SyntheticPersons.of(egn);
    }

    /** Nobody has heard of them. */
    static Customer unknown() {
        return new Customer(Register.somebody(), aNumber());
    }

    /** Confirmed, with a number of their own, and consenting. */
    static Customer consenting(KycConsents consents) {
        var customer = unknown();
        customer.confirm();
        customer.holds(Capacity.USER);
        customer.consents(consents, Status.GIVEN);
        return customer;
    }

    /** Another person with the same number. */
    Customer onTheSameNumber() {
        return new Customer(Register.somebody(), number);
    }

    /** The register confirms them at the counter; they claim nothing. */
    UUID confirm() {
        assertThat(Register.SERVER.uri()).isNotNull();
        var created =
                given().auth()
                        .oauth2(Suite.token("shop").employee("clerk").text())
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(
                                """
                                {"caseId":"%s","identifier":{"type":"EGN","value":"%s"},
                                 "documentNumber":"%s","purpose":"CONTRACT_CONCLUSION",
                                 "role":"USER"}\
                                """
                                        .formatted(
                                                UUID.randomUUID(),
                                                egn.value(),
                                                person.document().value()))
                        .post("/v1/references");
        created.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return UUID.fromString(created.jsonPath().getString("id"));
    }

    HoldingOpened holds(Capacity capacity) {
        return holds(capacity, Instant.now().minusSeconds(3600));
    }

    HoldingOpened holds(Capacity capacity, Instant from) {
        var opened = new HoldingOpened(numberRef, UUID.randomUUID(), ref, capacity, from);
        Suite.send(SuiteService.CONSENT, opened);
        awaitOne("select id from known_holding where id = '" + opened.holdingId() + "'");
        return opened;
    }

    void givesUp(HoldingOpened holding) {
        Suite.send(
                SuiteService.CONSENT,
                new HoldingClosed(numberRef, holding.holdingId(), Instant.now().minusSeconds(1)));
        awaitOne(
                "select id from known_holding where valid_until is not null and id = '"
                        + holding.holdingId()
                        + "'");
    }

    void consents(KycConsents consents, Status status) {
        consents(consents, ref, status, Instant.now());
    }

    void consentsForTheNumber(KycConsents consents, Instant at) {
        consents(consents, numberRef, Status.GIVEN, at);
    }

    private void consents(KycConsents consents, SubjectRef subject, Status status, Instant at) {
        Suite.send(
                SuiteService.CONSENT,
                new ConsentState(
                        subject, List.of(new Entry(Purpose.KYC_MATCH, status, at)), at, null));
        Awaitility.await().until(() -> consents.hasHeard(subject, at));
    }

    /** Whether a partner that claims their right name is told so. */
    void isMatched() {
        matched().then().statusCode(200).body("familyNameMatch", equalTo("true"));
    }

    void isNotMatched() {
        matched().then().statusCode(200).body("familyNameMatch", equalTo("not_available"));
    }

    Response matched() {
        return Partner.TRUSTED.asks(number, rightName());
    }

    String rightName() {
        return "\"familyName\":\"" + person.family().latin() + "\"";
    }

    static List<String> column(String query) {
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

    private static void awaitOne(String query) {
        Awaitility.await().until(() -> column(query).size() == 1);
    }

    private static Msisdn aNumber() {
        return new Msisdn(String.format(Locale.ROOT, "+35988813%04d", NUMBERS.getAndIncrement()));
    }
}
