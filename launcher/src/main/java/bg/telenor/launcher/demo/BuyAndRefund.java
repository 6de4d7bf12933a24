package bg.telenor.launcher.demo;

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
        var google = shop.counterparts();

        var link =
                pay.post(
                        "/v1/store-links",
                        Map.of("number", customer.ownNumber(), "store", "GOOGLE_PLAY"));
        var account =
                succeeded(
                                google.post(
                                        "/admin/google/associate",
                                        Map.of(
                                                "authenticationRequestId",
                                                link.path("authenticationRequestId").asText())))
                        .path("account")
                        .asText();
        var captured =
                succeeded(
                        google.post(
                                "/admin/google/capture",
                                Map.of(
                                        "account", account,
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

        var found =
                pay.post("/v1/purchase-searches", Map.of("number", customer.ownNumber()))
                        .path("purchases")
                        .path(0);
        StepFailed.unless(
                found.path("amount").path("amountMinor").asLong() == 499, "not 4.99 were charged");
        StepFailed.unless(
                found.path("refunded").path("amountMinor").asLong() == 100, "not 1.00 came back");
    }

    private static JsonNode succeeded(JsonNode answer) {
        StepFailed.unless(
                answer.path("result").asText().equals("success"),
                "Google was answered " + answer.path("result").asText());
        return answer;
    }
}
