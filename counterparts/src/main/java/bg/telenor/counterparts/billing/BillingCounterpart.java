package bg.telenor.counterparts.billing;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.Counterpart;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Surroundings;
import bg.telenor.kit.local.SuiteService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The operator's own billing. It calls, and is never called: told through the admin API what is so,
 * as JSON lines, it says it to the suite with a token of its own and hands back the suite's answer.
 */
public final class BillingCounterpart implements Counterpart {

    private static final String LINES = "application/x-ndjson";

    private final Function<SuiteService, URI> services;
    private final Supplier<String> tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * @param tokens access tokens of client billing
     */
    public BillingCounterpart(Function<SuiteService, URI> services, Supplier<String> tokens) {
        this.services = services;
        this.tokens = tokens;
    }

    public static BillingCounterpart of(Surroundings surroundings) {
        return new BillingCounterpart(
                service -> surroundings.service(service.portOffset()),
                surroundings.tokens("billing", "client-billing"));
    }

    @Override
    public String name() {
        return "billing";
    }

    @Override
    public int portOffset() {
        return 34;
    }

    @Override
    public void open(CounterpartServer server) {
        server.admin(
                "POST",
                "/subscriptions",
                call -> say(call, SuiteService.CONSENT, "/v1/subscriptions"));
        server.admin(
                "POST",
                "/obligations",
                call -> say(call, SuiteService.DEBT_CHECK, "/v1/obligations"));
    }

    private Answer say(Call call, SuiteService to, String path) throws IOException {
        var request =
                HttpRequest.newBuilder(services.apply(to).resolve(path))
                        .header("Authorization", "Bearer " + tokens.get())
                        .header("Content-Type", LINES)
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
                        .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("Content-Type").orElse("text/plain");
            return Answer.of(response.statusCode(), type, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + to, e);
        }
    }
}
