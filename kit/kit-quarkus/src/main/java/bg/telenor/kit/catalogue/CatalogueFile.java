package bg.telenor.kit.catalogue;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The catalogue as its file says it. A service whose catalogue has a gap does not start. */
@Startup
@ApplicationScoped
class CatalogueFile implements Catalogue {

    private static final String RESOURCE = "/processing-catalogue.yaml";

    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    /** One article and no more: whoever names two bases has decided on none. */
    private static final Pattern ONE_BASIS = Pattern.compile("GDPR art\\. 6\\(1\\)\\([a-f]\\)");

    private static final OffsetDateTime SOME_DAY = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    private record Text(
            int version,
            Map<String, RetentionText> retention,
            Map<Role, Set<String>> capacities,
            Map<Purpose, PurposeText> purposes) {}

    private record RetentionText(String keep, boolean keyPerRecord, String heldBy) {}

    private record PurposeText(
            Map<String, String> title,
            String dpv,
            String basis,
            Set<String> services,
            Set<Source> sources,
            Set<Role> capacities,
            Map<RecordType, RecordText> records,
            Set<String> recipients,
            boolean explicitConsent,
            String dpia) {}

    private record RecordText(String retention, Set<String> fields) {}

    private final int version;
    private final Map<Purpose, Entry> entries = new EnumMap<>(Purpose.class);
    private final Map<Role, Set<String>> capacities = new EnumMap<>(Role.class);
    private final Map<String, RetentionClass> classes = new LinkedHashMap<>();

    CatalogueFile() {
        this(CatalogueFile.class.getResourceAsStream(RESOURCE));
    }

    /**
     * @throws IllegalStateException with everything that is wrong with it
     */
    CatalogueFile(InputStream file) {
        var text = read(file);
        version = text.version();
        text.retention()
                .forEach(
                        (name, kept) ->
                                classes.put(
                                        name,
                                        new RetentionClass(
                                                name,
                                                term(kept.keep()),
                                                kept.keyPerRecord(),
                                                kept.heldBy())));
        text.capacities().forEach((role, fields) -> capacities.put(role, Set.copyOf(fields)));
        text.purposes().forEach((purpose, entry) -> entries.put(purpose, entry(purpose, entry)));
        var gaps = gaps();
        if (!gaps.isEmpty()) {
            throw new IllegalStateException("processing catalogue: " + String.join("; ", gaps));
        }
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Entry of(Purpose purpose) {
        return entries.get(purpose);
    }

    @Override
    public Set<String> fields(Purpose purpose, RecordType record, Role capacity) {
        var fields = of(purpose).fields().getOrDefault(record, Set.of());
        var served = of(purpose).capacities();
        if (capacity == null) {
            return served.isEmpty() ? fields : Set.of();
        }
        return served.contains(capacity)
                ? fields.stream()
                        .filter(capacities.get(capacity)::contains)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    @Override
    public RetentionClass retention(String name) {
        var found = classes.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no retention class " + name);
        }
        return found;
    }

    private List<String> gaps() {
        var gaps = new ArrayList<String>();
        var recorded = EnumSet.noneOf(RecordType.class);
        for (var purpose : Purpose.values()) {
            var entry = entries.get(purpose);
            if (entry == null) {
                gaps.add(purpose + " has no entry");
                continue;
            }
            recorded.addAll(entry.records().keySet());
            if (!ONE_BASIS.matcher(entry.basis()).matches()) {
                gaps.add(purpose + " does not name exactly one legal basis");
            }
            if (!entry.dpv().startsWith("dpv:")) {
                gaps.add(purpose + " has no DPV term");
            }
            if (!entry.title().keySet().containsAll(Set.of("bg", "en"))) {
                gaps.add(purpose + " lacks a title in Bulgarian or English");
            }
            entry.capacities().stream()
                    .filter(capacity -> !capacities.containsKey(capacity))
                    .forEach(capacity -> gaps.add(capacity + " has no fields"));
            entry.records()
                    .forEach(
                            (type, retention) -> {
                                if (!classes.containsKey(retention)) {
                                    gaps.add(purpose + " keeps " + type + " in an unknown class");
                                }
                            });
        }
        EnumSet.complementOf(recorded).forEach(type -> gaps.add(type + " is kept for no purpose"));
        classes.values().stream()
                .filter(kept -> !SOME_DAY.plus(kept.keep()).isAfter(SOME_DAY))
                .forEach(kept -> gaps.add(kept.name() + " keeps for no time"));
        classes.values().stream()
                .filter(kept -> kept.endsByTheClock() && !kept.keyPerRecord())
                .forEach(kept -> gaps.add(kept.name() + " ends by the clock and shares its keys"));
        return gaps;
    }

    /** Such as {@code P6M}, or {@code PT15M} for a term that ends by the clock. */
    private static TemporalAmount term(String text) {
        return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
    }

    private static Entry entry(Purpose purpose, PurposeText text) {
        var records = new EnumMap<RecordType, String>(RecordType.class);
        var fields = new EnumMap<RecordType, Set<String>>(RecordType.class);
        text.records()
                .forEach(
                        (type, kept) -> {
                            records.put(type, kept.retention());
                            fields.put(type, Set.copyOf(kept.fields()));
                        });
        return new Entry(
                purpose,
                Map.copyOf(text.title()),
                text.dpv(),
                text.basis(),
                Set.copyOf(text.services()),
                Set.copyOf(text.sources()),
                text.capacities() == null ? Set.of() : Set.copyOf(text.capacities()),
                Map.copyOf(records),
                Map.copyOf(fields),
                Set.copyOf(text.recipients()),
                text.explicitConsent(),
                text.dpia());
    }

    private static Text read(InputStream file) {
        try (file) {
            return YAML.readValue(file, Text.class);
        } catch (IOException e) {
            throw new UncheckedIOException("processing catalogue cannot be read", e);
        }
    }
}
