package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another prepaid number is registered only for a person who has fewer than ten. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class NumberLimitTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Instant before = Instant.now().minusSeconds(3600);
    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Register.somebody();
    private final SubjectRef ref = Suite.subjectRefs().of(person);

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void registersTheTenthNumberAndNoMore() {
        opened(9);
        register(Role.USER).then().statusCode(201).body("status", equalTo("CONFIRMED"));
        opened(1);

        var answer = register(Role.USER);

        answer.then().statusCode(422).body("code", equalTo("NUMBER_LIMIT_REACHED"));
        assertThat(Register.REGIX.callContexts())
                .filteredOn(context -> caseId.toString().equals(context.get("ServiceURI")))
                .hasSize(1);
    }

    @Test
    void registersAnotherWhenOneIsGivenUp() {
        var number = opened(10);
        register(Role.USER).then().statusCode(422);

        Suite.send(
                SuiteService.CONSENT, new HoldingClosed(number.key(), number.holdingId(), before));
        awaitHeard(10, 9);

        register(Role.USER).then().statusCode(201);
    }

    @Test
    void countsANumberOnceAndNoneThatAPersonOnlyActsFor() {
        var number = opened(9);
        holding(number.key(), Capacity.USER);
        holding(aNumber(), Capacity.CONTACT);
        holding(aNumber(), Capacity.REPRESENTATIVE);
        awaitHeard(12, 12);

        register(Role.USER).then().statusCode(201);
    }

    @Test
    void countsForPrepaidNumbersAlone() {
        opened(10);

        Counter.ask(Counter.body(caseId, person)).then().statusCode(201);
        register(Role.REPRESENTATIVE).then().statusCode(201);
    }

    private Response register(Role role) {
        return Counter.ask(
                Counter.body(caseId, person, role)
                        .replace("CONTRACT_CONCLUSION", "PREPAID_REGISTRATION"));
    }

    private HoldingOpened opened(int count) {
        int known = heard();
        HoldingOpened last = null;
        for (int i = 0; i < count; i++) {
            last = holding(aNumber(), Capacity.SUBSCRIBER);
        }
        awaitHeard(known + count, known + count);
        return last;
    }

    private HoldingOpened holding(SubjectRef number, Capacity capacity) {
        var opened = new HoldingOpened(number, UUID.randomUUID(), ref, capacity, before);
        Suite.send(SuiteService.CONSENT, opened);
        return opened;
    }

    private int heard() {
        return count("");
    }

    private void awaitHeard(int all, int lasting) {
        Awaitility.await()
                .until(() -> heard() == all && count(" and valid_until is null") == lasting);
    }

    private int count(String more) {
        return Integer.parseInt(
                Counter.column(
                                "select count(*) from known_holding where person_ref = '"
                                        + ref.value()
                                        + "'"
                                        + more)
                        .getFirst());
    }

    private static SubjectRef aNumber() {
        var number = String.format(Locale.ROOT, "+35988812%04d", NUMBERS.getAndIncrement());
        return Suite.subjectRefs().of(new Msisdn(number));
    }
}
