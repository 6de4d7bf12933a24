package bg.telenor.benchmarks;

import bg.telenor.kit.local.LocalOidc;
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

    private static final byte[] BEGIN = bytes("{\"numbers\":[");

    private record Token(String header, Instant until) {}

    private final LocalOidc oidc;
    private final Wire service;
    private final int known;
    private final Codes codes = new Codes();
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
        var body = new byte[BEGIN.length + count * 16 + 1];
        System.arraycopy(BEGIN, 0, body, 0, BEGIN.length);
        int at = BEGIN.length;
        for (int n = first; n < first + count; n++) {
            body[at++] = '"';
            at = Numbers.write(n, body, at);
            body[at++] = '"';
            body[at++] = (byte) (n + 1 < first + count ? ',' : ']');
        }
        body[at] = '}';
        var answers = read(post("/v1/number-lookups", body));
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

    /** Reads objects of texts, whatever their order: what a client needs, and no more. */
    private List<Answer> read(byte[] body) throws IOException {
        var answers = new ArrayList<Answer>(body.length / 100);
        int at = 0;
        while (at < body.length && body[at] != '[') {
            at++;
        }
        while (++at < body.length && body[at] != ']') {
            if (body[at] == ',') {
                continue;
            }
            String servedBy = null;
            String block = null;
            String route = null;
            String since = null;
            while (body[at] != '}') {
                int name = at + 2;
                int value = name + lengthOf(body[name]) + 3;
                int end = after(body, value);
                switch (body[name]) {
                    case 's' -> servedBy = codes.of(body, value, end);
                    case 'b' -> block = codes.of(body, value, end);
                    case 'r' -> route = codes.of(body, value, end);
                    case 'p' -> since = text(body, value, end);
                    default -> {}
                }
                at = end + 1;
            }
            answers.add(new Answer(servedBy, block, route, since));
        }
        return answers;
    }

    /** Of the field that begins so. */
    private static int lengthOf(byte first) throws IOException {
        return switch (first) {
            case 'n' -> "number".length();
            case 's' -> "servedBy".length();
            case 'b' -> "blockOperator".length();
            case 'r' -> "route".length();
            case 'p' -> "portedSince".length();
            default -> throw new IOException("a field that is not known");
        };
    }

    private static int after(byte[] body, int from) {
        int at = from;
        while (body[at] != '"') {
            at++;
        }
        return at;
    }

    private static String text(byte[] body, int from, int until) {
        return new String(body, from, until - from, StandardCharsets.ISO_8859_1);
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
