package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Texts that people read, from {@code texts/<name>_<language>.properties}. */
final class Texts {

    private Texts() {}

    static Properties read(String name, Language language) {
        var path =
                "/texts/%s_%s.properties".formatted(name, language.name().toLowerCase(Locale.ROOT));
        try (var in = Texts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("text " + path + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
