package bg.telenor.counterparts.notifier;

import bg.telenor.kit.local.SuiteService;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Fetches what is to be sent, and keeps it in place of sending it: each notice once. */
final class Outgoing {

    private static final System.Logger LOG = System.getLogger(Outgoing.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<UUID, Message> sent = new LinkedHashMap<>();
    private final Function<SuiteService, URI> services;
    private final Supplier<String> tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Outgoing(Function<SuiteService, URI> services, Supplier<String> tokens) {
        this.services = services;
        this.tokens = tokens;
    }

    synchronized List<Message> sent() {
        return List.copyOf(sent.values());
    }

    /**
     * Whether the notice is dealt with: sent, or not there any more. Else it is to be tried again.
     */
    boolean send(String owner, UUID notice) {
        if (isSent(notice)) {
            return true;
        }
        try {
            var response = fetch(SuiteService.named(owner), notice);
            return switch (response.statusCode()) {
                case 200 -> keep(JSON.readValue(response.body(), Message.class));
                case 404 -> {
                    LOG.log(System.Logger.Level.INFO, "notice " + notice + " is gone");
                    yield true;
                }
                default -> {
                    LOG.log(
                            System.Logger.Level.INFO,
                            "notice " + notice + ": status " + response.statusCode());
                    yield false;
                }
            };
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "notice " + notice + " waits: " + e.getClass());
            return false;
        }
    }

    private HttpResponse<byte[]> fetch(SuiteService owner, UUID notice) throws IOException {
        var request =
                HttpRequest.newBuilder(services.apply(owner).resolve("/v1/notices/" + notice))
                        .header("Authorization", "Bearer " + tokens.get())
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private synchronized boolean isSent(UUID notice) {
        return sent.containsKey(notice);
    }

    private synchronized boolean keep(Message message) {
        sent.put(message.id(), message);
        return true;
    }
}
