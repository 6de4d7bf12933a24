package bg.telenor.consent.consents;

import static bg.telenor.consent.ConsentError.TEXT_VERSION_UNKNOWN;

import bg.telenor.consent.domain.TextVersion;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The texts that people agree to: {@code consent-texts/<purpose>/<version>.<language>.txt}. A text
 * that was in use is never changed; proof of consent names the digest of what was shown.
 */
@ApplicationScoped
class ConsentTexts {

    private static final List<String> LANGUAGES = List.of("bg", "en");

    /** The digest of a version in all languages. */
    Sha256 digest(Purpose purpose, TextVersion version) {
        var all = new ByteArrayOutputStream();
        for (var language : LANGUAGES) {
            all.writeBytes(
                    read("/consent-texts/%s/%s.%s.txt".formatted(purpose, version, language)));
        }
        return Sha256.of(all.toByteArray());
    }

    private static byte[] read(String path) {
        try (var in = ConsentTexts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new ProblemException(TEXT_VERSION_UNKNOWN);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
