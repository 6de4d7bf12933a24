package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.kit.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes notices: what art. 14(1) and (2) want said first; all of it stands in "My data". */
@ApplicationScoped
class NoticeText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Sofia"));

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm").withZone(ZoneId.of("Europe/Sofia"));

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
    private final SourceTitles sources;
    private final Catalogue catalogue;

    NoticeText(SourceTitles sources, Catalogue catalogue) {
        this.sources = sources;
        this.catalogue = catalogue;
        for (var language : Language.values()) {
            texts.put(language, Texts.read("notices", language));
        }
    }

    /**
     * @param records what the person is told of; each source and purpose is named once
     */
    String write(Template template, Language language, List<NoticeRecordEntity> records) {
        return MessageFormat.format(
                texts.get(language).getProperty(template.name()),
                listed(records, record -> sources.of(record.source, language)),
                listed(records, record -> SourceTitles.of(catalogue.of(record.purpose), language)));
    }

    /** Where and when the register was asked about the person. */
    String writeChecked(Language language, String shop, Instant at) {
        return MessageFormat.format(
                texts.get(language).getProperty(Template.IDENTITY_CHECKED.name()),
                shop,
                DAY.format(at));
    }

    /**
     * What becomes of a number.
     *
     * @param operator whom it goes to, or null
     * @param at until when, or from when on, or null
     */
    String writeOfNumber(Template template, Language language, String operator, Instant at) {
        return MessageFormat.format(
                texts.get(language).getProperty(template.name()),
                operator,
                at == null ? "" : MINUTE.format(at));
    }

    private static String listed(
            List<NoticeRecordEntity> records, Function<NoticeRecordEntity, String> title) {
        return records.stream().map(title).distinct().collect(Collectors.joining("; "));
    }
}
