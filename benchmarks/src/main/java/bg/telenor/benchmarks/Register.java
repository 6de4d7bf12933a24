package bg.telenor.benchmarks;

import bg.telenor.benchmarks.Wire.Reply;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.identity.regix.Questions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/**
 * The register, asked without identity-service between: the same questions over the same mutual
 * TLS, to know how much of a time is the register's own.
 */
final class Register implements AutoCloseable {

    private static final int PHOTO_BYTES = 60_000;

    private final Wire register;
    private final Wire admin;
    private final Questions questions = new Questions();
    private final String lines =
            questions.headers().entrySet().stream()
                    .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                    .collect(
                            Collectors.joining(
                                    "", "POST " + questions.path() + " HTTP/1.1\r\n", ""));

    Register(Path tls, int port, int adminPort) {
        var context = new TlsFolder(tls).context("identity-service");
        this.register = new Wire(context.getSocketFactory(), "localhost", port);
        this.admin = new Wire(SocketFactory.getDefault(), "127.0.0.1", adminPort);
    }

    /** Asks about the n-th person. */
    void ask(int n) throws IOException {
        var person = SyntheticPersons.nth(n);
        var reply = register.send(lines, questions.about(person.number(), person.document()));
        if (reply.status() != 200 || reply.body().length < PHOTO_BYTES) {
            throw new IOException("the register answers otherwise than it should");
        }
    }

    /** From now on it answers so much later than it could. */
    void delay(Duration delay) throws IOException {
        var mode = delay.isZero() ? "NONE" : "SLOW";
        tell("fault", "{\"mode\":\"%s\",\"millis\":%d}".formatted(mode, delay.toMillis()));
    }

    /** Photos as large as the register's own. */
    void largePhotos() throws IOException {
        tell("photos", "{\"size\":\"LARGE\"}");
    }

    private void tell(String what, String json) throws IOException {
        Reply reply =
                admin.send(
                        "PUT /admin/regix/" + what + " HTTP/1.1\r\n",
                        json.getBytes(StandardCharsets.UTF_8));
        if (reply.status() != 204) {
            throw new IOException("the register is not told " + what);
        }
    }

    @Override
    public void close() throws IOException {
        register.close();
        admin.close();
    }
}
