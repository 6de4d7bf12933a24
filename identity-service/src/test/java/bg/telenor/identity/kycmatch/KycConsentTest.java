package bg.telenor.identity.kycmatch;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.consent.ConsentEvent.ConsentState;
import bg.telenor.events.consent.ConsentEvent.Entry;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.projection.Holdings.Holding;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nobody is matched who did not consent, or no longer does. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class KycConsentTest {

    @Inject KycConsents consents;
    @Inject KycPartners partners;
    @Inject KycMatchConfig config;

    @Test
    void matchesNothingOnceConsentIsWithdrawn() {
        var customer = Customer.consenting(consents);
        customer.isMatched();

        customer.consents(consents, Status.WITHDRAWN);

        customer.isNotMatched();
    }

    @Test
    void believesNoOlderConsentThatIsPlayedAgain() {
        var customer = Customer.consenting(consents);
        customer.consents(consents, Status.WITHDRAWN);
        var before = Instant.now().minusSeconds(60);

        consents.heard(
                new ConsentState(
                        customer.ref,
                        List.of(new Entry(Purpose.KYC_MATCH, Status.GIVEN, before)),
                        before,
                        null));

        customer.isNotMatched();
    }

    @Test
    void takesNobodysWordForConsentButItsWriters() {
        var customer = Customer.unknown();
        customer.confirm();
        customer.holds(Capacity.USER);
        var other = Customer.unknown();
        var now = Instant.now();
        var forged =
                new ConsentState(
                        customer.ref,
                        List.of(new Entry(Purpose.KYC_MATCH, Status.GIVEN, now)),
                        now,
                        null);

        Suite.send(SuiteService.PORTABILITY, forged);
        other.consents(consents, Status.GIVEN);

        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> !consents.hasHeard(customer.ref, now));
        customer.isNotMatched();
    }

    @Test
    void forgetsAConsentThatIsErased() {
        var customer = Customer.consenting(consents);

        Suite.send("consent", customer.ref.value(), null);

        Awaitility.await().untilAsserted(() -> customer.isNotMatched());
    }

    @Test
    void believesNoConsentThatMayHaveBeenWithdrawnUnheard() {
        var customer = Customer.unknown();
        var now = Instant.now();
        var holding =
                new Holding(
                        UUID.randomUUID(),
                        customer.numberRef,
                        customer.ref,
                        Capacity.USER,
                        now,
                        null);
        var heard = new KycConsents(partners, config);
        heard.heard(
                new ConsentState(
                        customer.ref,
                        List.of(new Entry(Purpose.KYC_MATCH, Status.GIVEN, now)),
                        now,
                        null));
        assertThat(heard.stands(Purpose.KYC_MATCH, holding, true, now)).isFalse();

        heard.knownUntil(now);

        assertThat(heard.stands(Purpose.KYC_MATCH, holding, true, now.plusSeconds(299))).isTrue();
        assertThat(heard.stands(Purpose.KYC_MATCH, holding, true, now.plusSeconds(301))).isFalse();
    }

    @Test
    void takesConsentForTheNumberFromItsOnlyHolderSinceTheyHaveIt() {
        var customer = Customer.unknown();
        customer.confirm();
        customer.holds(Capacity.USER, Instant.now().minusSeconds(60));
        customer.consentsForTheNumber(consents, Instant.now().minusSeconds(120));
        customer.isNotMatched();

        customer.consentsForTheNumber(consents, Instant.now());

        customer.isMatched();
        customer.onTheSameNumber().holds(Capacity.SUBSCRIBER);
        customer.isNotMatched();
    }
}
