package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.local.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** A number that nobody else has, and what Google Play charges to it. */
final class Purchases {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSuite suite = RunningSuite.get();
    private final String number;

    private final Visit visit;

    Purchases(Visit visit) {
        this.visit = visit;
        this.number = visit.number.replace("+35988", "+35989");
    }

    /** Billing brings the number, of which pay then hears. */
    Purchases open() {
        suite.as("billing", SuiteService.CONSENT)
                .lines(
                        "/v1/subscriptions",
                        Map.of(
                                "subscriptionId",
                                UUID.randomUUID(),
                                "number",
                                number,
                                "person",
                                Map.of(
                                        "type", visit.person.number().type().name(),
                                        "value", visit.person.number().value()),
                                "capacity",
                                "SUBSCRIBER",
                                "from",
                                Instant.now().minus(Duration.ofDays(30)).toString()));
        return this;
    }

    /** Offers a link as soon as pay has heard of the number. */
    Http.Answer awaitOffer(String key) {
        return Awaitility.await("the holding of a new number")
                .atMost(PATIENCE)
                .until(() -> offer(key), answer -> answer.status() != 422 && answer.status() < 500);
    }

    Http.Answer offer(String key) {
        return suite.as("clerk", SuiteService.PAY)
                .post("/v1/store-links", key, Map.of("number", number, "store", "GOOGLE_PLAY"));
    }

    /** Google links an account to what was offered, and says which. */
    String associate(JsonNode link) {
        var answer =
                google(
                        "associate",
                        Map.of(
                                "authenticationRequestId",
                                link.path("authenticationRequestId").asText()));
        assertThat(answer.body().path("result").asText()).isEqualTo("success");
        return answer.body().path("account").asText();
    }

    /** Google charges 4.99, once or again; nothing comes back while we are down. */
    Http.Answer capture(String account, String requestId) {
        return google(
                "capture",
                Map.of(
                        "account", account,
                        "requestId", requestId,
                        "amountMicros", "4990000",
                        "currency", "EUR",
                        "description", "A game"));
    }

    /** Charges until it is told that it has. */
    void awaitCaptured(String account, String requestId) {
        Awaitility.await("the capture")
                .atMost(PATIENCE)
                .until(
                        () -> capture(account, requestId),
                        answer -> answer.body().path("result").asText().equals("success"));
    }

    /** The whole of it: a link is offered, Google takes it and charges. */
    void awaitOne() {
        var key = UUID.randomUUID().toString();
        awaitCaptured(associate(awaitOffer(key).body()), "G:" + UUID.randomUUID());
        assertThat(amounts()).containsExactly(499L);
    }

    /** What the person can see of it, in minor units. */
    List<Long> amounts() {
        var found =
                suite.as("clerk", SuiteService.PAY)
                        .create("/v1/purchase-searches", Map.of("number", number))
                        .path("purchases");
        return StreamSupport.stream(found.spliterator(), false)
                .map(purchase -> purchase.path("amount").path("amountMinor").asLong())
                .toList();
    }

    private Http.Answer google(String what, Map<String, String> body) {
        return suite.admin().post("/admin/google/" + what, UUID.randomUUID().toString(), body);
    }
}
