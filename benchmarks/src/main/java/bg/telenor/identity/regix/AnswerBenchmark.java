package bg.telenor.identity.regix;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.regix.PhotoSize;
import bg.telenor.counterparts.regix.RegixCounterpart;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.kit.local.LocalTls;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to read one answer with a photo of 60 KB, its signature verified. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnswerBenchmark {

    private byte[] answer;
    private RegisterQuestion question;
    private AnswerReader reader;

    @Setup
    public void makeAnswer() throws IOException {
        var tls = Files.createTempDirectory("answer-benchmark");
        LocalTls.write(tls, Instant.now());
        var person = SyntheticPersons.nth(0);
        question = Questions.question(person.number(), person.document());
        answer =
                answer(
                        new TlsFolder(tls),
                        new Questions().about(person.number(), person.document()));
        var trust =
                Map.of(
                        "suite.regix.signature.trust",
                        tls.resolve("regix-signature-ca.pem").toString());
        reader = new AnswerReader(Questions.config(trust), Clock.systemUTC());
        if (!(readAndVerify() instanceof Found)) {
            throw new IllegalStateException("the answer is not taken for the register's");
        }
    }

    private static byte[] answer(TlsFolder tls, byte[] question) throws IOException {
        var register = new RegixCounterpart(tls);
        register.show(PhotoSize.LARGE);
        try (var server = CounterpartServer.start(register, 0, tls);
                var client = tls.client("identity-service")) {
            var questions = new Questions();
            var request =
                    HttpRequest.newBuilder(server.uri().resolve(questions.path()))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(question));
            questions.headers().forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Benchmark
    public RegisterAnswer readAndVerify() {
        return reader.read(answer, question);
    }
}
