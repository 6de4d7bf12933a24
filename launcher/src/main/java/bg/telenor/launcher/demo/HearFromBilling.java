package bg.telenor.launcher.demo;

import bg.telenor.clients.consent.SubscriptionsApi;
import bg.telenor.clients.consent.model.Capacity;
import bg.telenor.clients.consent.model.SubscriptionLine;
import bg.telenor.clients.debtcheck.ObligationsApi;
import bg.telenor.clients.debtcheck.model.Money;
import bg.telenor.clients.debtcheck.model.ObligationLine;
import bg.telenor.clients.debtcheck.model.State;
import bg.telenor.kit.local.SuiteService;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Before the customer comes: which number they have, and what they owe to whom. */
final class HearFromBilling implements Step {

    @Override
    public String title() {
        return "before: billing says which number the customer has, and what is owed";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var consent = shop.as("billing", SuiteService.CONSENT);
        var subscriptions = new SubscriptionsApi(consent.client());
        var debtCheck = shop.as("billing", SuiteService.DEBT_CHECK);
        var obligations = new ObligationsApi(debtCheck.client());

        consent.ask(() -> subscriptions.importSubscriptions(subscription(customer)));
        debtCheck.ask(() -> obligations.importObligations(settledObligation(customer)));
        var others = shop.counterparts();
        var owesNothing = Map.of("identifier", customer.identifier(), "owes", false);
        others.put("/admin/a1/debts", owesNothing);
        others.put("/admin/vivacom/debts", owesNothing);
    }

    private static SubscriptionLine subscription(Customer customer) {
        var number = customer.person().number();
        return new SubscriptionLine()
                .subscriptionId(UUID.randomUUID())
                .number(customer.ownNumber())
                .person(
                        new bg.telenor.clients.consent.model.PersonalNumber()
                                .type(
                                        bg.telenor.clients.consent.model.PersonalNumberType.valueOf(
                                                number.type().name()))
                                .value(number.value()))
                .capacity(Capacity.SUBSCRIBER)
                .from(OffsetDateTime.now(ZoneOffset.UTC).minusDays(30));
    }

    private static ObligationLine settledObligation(Customer customer) {
        var number = customer.person().number();
        return new ObligationLine()
                .obligationId(UUID.randomUUID())
                .identifier(
                        new bg.telenor.clients.debtcheck.model.PersonalNumber()
                                .type(
                                        bg.telenor.clients.debtcheck.model.PersonalNumberType
                                                .valueOf(number.type().name()))
                                .value(number.value()))
                .state(State.SETTLED)
                .dueOn(LocalDate.of(2026, 1, 31))
                .amount(new Money().amountMinor(4990L).currency("EUR"));
    }
}
