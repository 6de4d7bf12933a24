package bg.telenor.launcher.demo;

import bg.telenor.clients.pay.PurchasesApi;
import bg.telenor.clients.pay.StoreLinksApi;
import bg.telenor.clients.pay.model.Money;
import bg.telenor.clients.pay.model.OfferStoreLink;
import bg.telenor.clients.pay.model.SearchPurchases;
import bg.telenor.clients.pay.model.Store;
import bg.telenor.kit.local.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Google Play charges a game to the bill, and gives some of it back. */
final class BuyAndRefund implements Step {

    @Override
    public String title() {
        return "purchase: Google Play charges 4.99 EUR to the bill and refunds 1.00";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var pay = shop.as("clerk", SuiteService.PAY);
        var links = new StoreLinksApi(pay.client());
        var purchases = new PurchasesApi(pay.client());

        var link =
                pay.ask(
                        () ->
                                links.offerStoreLink(
                                        Conversation.newKey(),
                                        new OfferStoreLink()
                                                .number(customer.ownNumber())
                                                .store(Store.GOOGLE_PLAY)));
        chargeAndRefund(shop.counterparts(), link.getAuthenticationRequestId().toString());

        var found =
                pay.ask(
                                () ->
                                        purchases.searchPurchases(
                                                new SearchPurchases().number(customer.ownNumber())))
                        .getPurchases();
        StepFailed.unless(found.size() == 1, "not one purchase is found");
        StepFailed.unless(
                found.getFirst().getAmount().equals(euroCents(499)), "not 4.99 were charged");
        StepFailed.unless(
                found.getFirst().getRefunded().equals(euroCents(100)), "not 1.00 came back");
    }

    private static void chargeAndRefund(Counterparts google, String authenticationRequestId) {
        var associated =
                succeeded(
                        google.post(
                                "/admin/google/associate",
                                Map.of("authenticationRequestId", authenticationRequestId)));
        var captured =
                succeeded(
                        google.post(
                                "/admin/google/capture",
                                Map.of(
                                        "account", associated.path("account").asText(),
                                        "amountMicros", "4990000",
                                        "currency", "EUR",
                                        "description", "A game")));
        succeeded(
                google.post(
                        "/admin/google/refund",
                        Map.of(
                                "transactionId", captured.path("requestId").asText(),
                                "amountMicros", "1000000",
                                "currency", "EUR")));
    }

    private static Money euroCents(long cents) {
        return new Money().amountMinor(cents).currency("EUR");
    }

    private static JsonNode succeeded(JsonNode answer) {
        StepFailed.unless(
                answer.path("result").asText().equals("success"),
                "Google was answered " + answer.path("result").asText());
        return answer;
    }
}
