package bg.telenor.benchmarks;

import bg.telenor.kit.local.LocalOidc;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.SocketFactory;

/** Asks portability-service who serves numbers. */
final class Lookups implements AutoCloseable {

    private static final Duration RENEW_TOKEN = Duration.ofMinutes(2);
    private static final JsonFactory JSON = new JsonFactory();

    private record Token(String header, Instant until) {}

    private final LocalOidc oidc;
    private final Wire service;
    private final int known;
    private volatile Token token;

    /**
     * @param known how many numbers there are
     */
    Lookups(LocalOidc oidc, int port, int known) {
        this.oidc = oidc;
        this.service = new Wire(SocketFactory.getDefault(), "127.0.0.1", port);
        this.known = known;
    }

    /** Any one number. */
    void one() throws IOException {
        var reply = post("/v1/number-lookups", one(ThreadLocalRandom.current().nextInt(known)));
        if (reply.length < 100) {
            throw new IOException("an answer without content");
        }
    }

    /** The endpoint that answers always the same, asked in the same way. */
    void constant() throws IOException {
        post("/v1/number-lookups/constant", one(ThreadLocalRandom.current().nextInt(known)));
    }

    /** How long an answer about one number is. */
    int sizeOfOne() throws IOException {
        return post("/v1/number-lookups", one(0)).length;
    }

    /** Whether a number is known to have been ported. */
    boolean isKnown(int n) throws IOException {
        var answers = read(post("/v1/number-lookups", one(n)));
        return answers.getFirst().route() != null;
    }

    /** So many numbers one after the other, wherever they begin. */
    List<Answer> many(int count) throws IOException {
        int first = ThreadLocalRandom.current().nextInt(known - count);
        var body = new StringBuilder(count * 17 + 20).append("{\"numbers\":[");
        for (int n = first; n < first + count; n++) {
            body.append(n == first ? "\"" : ",\"").append(Numbers.number(n)).append('"');
        }
        var answers = read(post("/v1/number-lookups", bytes(body.append("]}").toString())));
        if (answers.size() != count || answers.getLast().route() == null) {
            throw new IOException("not all numbers were answered");
        }
        return answers;
    }

    private static byte[] one(int n) {
        return bytes("{\"numbers\":[\"" + Numbers.number(n) + "\"]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Answer> read(byte[] body) throws IOException {
        var answers = new ArrayList<Answer>();
        try (var json = JSON.createParser(body)) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                if (json.currentToken() == null) {
                    throw new IOException("an answer without results");
                }
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                answers.add(answer(json));
            }
        }
        return answers;
    }

    private static Answer answer(JsonParser json) throws IOException {
        String servedBy = null;
        String block = null;
        String route = null;
        String since = null;
        for (var field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            var value = json.nextTextValue();
            switch (field) {
                case "servedBy" -> servedBy = value;
                case "blockOperator" -> block = value;
                case "route" -> route = value;
                case "portedSince" -> since = value;
                default -> {}
            }
        }
        return new Answer(servedBy, block, route, since);
    }

    private byte[] post(String path, byte[] body) throws IOException {
        var reply =
                service.send(
                        "POST "
                                + path
                                + " HTTP/1.1\r\nContent-Type: application/json\r\n"
                                + authorization(),
                        body);
        if (reply.status() != 200) {
            throw new IOException("status " + reply.status());
        }
        return reply.body();
    }

    private String authorization() {
        var now = Instant.now();
        var current = token;
        if (current == null || now.isAfter(current.until())) {
            current =
                    new Token(
                            "Authorization: Bearer " + oidc.token("numbering").text() + "\r\n",
                            now.plus(RENEW_TOKEN));
            token = current;
        }
        return current.header();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
