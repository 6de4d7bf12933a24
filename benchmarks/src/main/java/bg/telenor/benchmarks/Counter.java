package bg.telenor.benchmarks;

import bg.telenor.benchmarks.Wire.Reply;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.kit.local.LocalOidc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/** Asks identity-service about persons, as the clerks at many counters do. */
final class Counter implements AutoCloseable {

    private static final int CLERKS = 1_000;
    private static final Duration RENEW_TOKEN = Duration.ofMinutes(2);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private record Token(String text, Instant until) {}

    private final LocalOidc oidc;
    private final Wire service;
    private final Map<Integer, Token> tokens = new ConcurrentHashMap<>();

    Counter(LocalOidc oidc, int port) {
        this.oidc = oidc;
        this.service = new Wire(SocketFactory.getDefault(), "127.0.0.1", port);
    }

    /** Asks about the n-th person, on a case of its own, and waits until they are confirmed. */
    UUID confirm(int n) throws IOException {
        var reply = post(n);
        var text = reply.text();
        if (reply.status() != 201 || !text.contains("\"CONFIRMED\"")) {
            throw new IOException("status " + reply.status() + ", not confirmed");
        }
        return idOf(text);
    }

    /** Asks likewise, and says whether the register has answered by then. */
    boolean isDecided(int n) throws IOException {
        var status = post(n).status();
        if (status != 201 && status != 202) {
            throw new IOException("status " + status);
        }
        return status == 201;
    }

    /** Reads a reference. */
    void read(UUID id) throws IOException {
        var reply =
                service.send(
                        "GET /v1/references/" + id + " HTTP/1.1\r\n" + authorization(0),
                        new byte[0]);
        if (reply.status() != 200) {
            throw new IOException("status " + reply.status());
        }
    }

    private Reply post(int n) throws IOException {
        var lines =
                "POST /v1/references HTTP/1.1\r\n"
                        + authorization(n % CLERKS)
                        + "Content-Type: application/json\r\nPrefer: wait=30\r\nIdempotency-Key: "
                        + UUID.randomUUID()
                        + "\r\n";
        return service.send(lines, body(n).getBytes(StandardCharsets.UTF_8));
    }

    private static String body(int n) {
        var person = SyntheticPersons.nth(n);
        return """
        {"caseId":"%s","identifier":{"type":"EGN","value":"%s"},"documentNumber":"%s",\
        "purpose":"CONTRACT_CONCLUSION","role":"USER",\
        "claimed":{"names":{"first":"%s","family":"%s"},"birthDate":"%s"}}\
        """
                .formatted(
                        UUID.randomUUID(),
                        person.number().value(),
                        person.document().value(),
                        person.first().cyrillic(),
                        person.family().latin(),
                        person.birthDate());
    }

    private String authorization(int clerk) {
        var now = Instant.now();
        var token =
                tokens.compute(
                        clerk,
                        (key, known) ->
                                known != null && now.isBefore(known.until())
                                        ? known
                                        : new Token(
                                                oidc.token("shop").employee("clerk-" + key).text(),
                                                now.plus(RENEW_TOKEN)));
        return "Authorization: Bearer " + token.text() + "\r\n";
    }

    private static UUID idOf(String json) throws IOException {
        var id = ID.matcher(json);
        if (!id.find()) {
            throw new IOException("an answer without id");
        }
        return UUID.fromString(id.group(1));
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
