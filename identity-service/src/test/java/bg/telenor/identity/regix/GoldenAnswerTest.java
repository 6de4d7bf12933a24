package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.SignedAnswers.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.Doubt;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that were canonicalized by libxml2 and signed by OpenSSL, one with RSA in its envelope
 * and one with ECDSA before it had any: what the JDK would do wrong, stand-in and verifier would do
 * wrong alike.
 */
class GoldenAnswerTest {

    private static final Clock THEN =
            Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final AnswerReader reader =
            new AnswerReader(
                    TestRegixConfig.with(
                            Map.of(
                                    "suite.regix.signature.trust",
                                    file("golden-signers.pem").toString())),
                    THEN);

    @ParameterizedTest
    @ValueSource(strings = {"golden-in-envelope.xml", "golden-before-envelope.xml"})
    void believesWhatAnotherImplementationSigned(String name) throws IOException {
        assertThat(reader.read(Files.readAllBytes(file(name)), QUESTION))
                .isInstanceOfSatisfying(
                        Found.class,
                        found ->
                                assertThat(found.person().names())
                                        .isEqualTo(
                                                new PersonNames(
                                                        "ПРОБОСЛАВ", "МНИМОВ", "НЕБИВАЛСКИ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"golden-in-envelope.xml", "golden-before-envelope.xml"})
    void doubtsItWhenALetterIsAnother(String name) throws IOException {
        var other = Files.readString(file(name)).replace("НЕБИВАЛСКИ", "НЕБИВАЛСКА");

        assertThat(reader.read(other.getBytes(StandardCharsets.UTF_8), QUESTION))
                .isEqualTo(new Untrusted(Doubt.BROKEN));
    }

    private static Path file(String name) {
        try {
            return Path.of(GoldenAnswerTest.class.getResource("/regix/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
