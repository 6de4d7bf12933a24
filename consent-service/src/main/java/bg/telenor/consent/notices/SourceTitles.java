package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.processing.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the sources are called when a person is told of them. */
@ApplicationScoped
public class SourceTitles {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    SourceTitles() {
        for (var language : Language.values()) {
            texts.put(language, Texts.read("sources", language));
        }
    }

    public String of(Source source, Language language) {
        return texts.get(language).getProperty(source.name());
    }

    public static String of(Catalogue.Entry purpose, Language language) {
        return purpose.title().get(language.name().toLowerCase(Locale.ROOT));
    }

    /** The first of the wished languages that there is; Bulgarian when there is none. */
    public static Language language(List<Locale> wished) {
        return wished.stream()
                .map(Locale::getLanguage)
                .filter(code -> code.equals("bg") || code.equals("en"))
                .findFirst()
                .map(code -> Language.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(Language.BG);
    }
}
