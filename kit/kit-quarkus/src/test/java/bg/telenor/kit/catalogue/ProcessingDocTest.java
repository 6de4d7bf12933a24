package bg.telenor.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/processing.md} is made from the catalogue. When this fails, run it with {@code
 * -Dsuite.docs.write=true} and commit what it wrote.
 */
class ProcessingDocTest {

    private static final Path DOC = Path.of("../../docs/processing.md");

    private final Catalogue catalogue = new CatalogueFile();

    @Test
    void theRecordOfProcessingActivitiesIsUpToDate() throws IOException {
        var expected = document();
        if (Boolean.getBoolean("suite.docs.write")) {
            Files.writeString(DOC, expected);
        }

        assertThat(Files.readString(DOC)).isEqualTo(expected);
    }

    private String document() {
        return """
        # Record of processing activities

        Made from `processing-catalogue.yaml`, version %d; services enforce what it says. Do not edit.
        Terms and grounds that are not settled are listed in [to-confirm.md](to-confirm.md).

        %s
        ## Capacities

        Of a person in a capacity no more is kept than this, whatever the purpose.

        | capacity | fields |
        |---|---|
        %s
        ## Retention

        | class | kept for | key | held against an erasure request |
        |---|---|---|---|
        %s\
        """
                .formatted(
                        catalogue.version(),
                        Arrays.stream(Purpose.values())
                                .map(catalogue::of)
                                .map(ProcessingDocTest::section)
                                .collect(Collectors.joining("\n")),
                        Arrays.stream(Role.values()).map(this::row).collect(Collectors.joining()),
                        Arrays.stream(Purpose.values())
                                .flatMap(
                                        purpose ->
                                                catalogue.of(purpose).records().values().stream())
                                .distinct()
                                .sorted()
                                .map(catalogue::retention)
                                .map(ProcessingDocTest::row)
                                .collect(Collectors.joining()));
    }

    private static String section(Catalogue.Entry entry) {
        return """
        ## %s

        %s (%s). `%s`, %s%s. Services: %s. Sources: %s. Recipients: %s.%s Impact assessment: %s.

        | record | retention | fields |
        |---|---|---|
        %s\
        """
                .formatted(
                        entry.purpose(),
                        entry.title().get("en"),
                        entry.title().get("bg"),
                        entry.dpv(),
                        entry.basis(),
                        entry.explicitConsent() ? ", explicit consent" : "",
                        list(entry.services()),
                        list(entry.sources()),
                        list(entry.recipients()),
                        entry.capacities().isEmpty()
                                ? ""
                                : " Of: " + list(entry.capacities()) + ".",
                        entry.dpia(),
                        entry.records().isEmpty()
                                ? "| none | | |\n"
                                : Arrays.stream(RecordType.values())
                                        .filter(entry.records()::containsKey)
                                        .map(record -> row(entry, record))
                                        .collect(Collectors.joining()));
    }

    private static String row(Catalogue.Entry entry, RecordType record) {
        return "| %s | %s | %s |%n"
                .formatted(record, entry.records().get(record), list(entry.fields().get(record)));
    }

    /** By the purpose that is served for all of them, whose own list is as long. */
    private String row(Role capacity) {
        var served = Purpose.CONTRACT_CONCLUSION;
        var fields =
                catalogue.of(served).records().keySet().stream()
                        .flatMap(record -> catalogue.fields(served, record, capacity).stream())
                        .toList();
        return "| %s | %s |%n".formatted(capacity, list(fields));
    }

    private static String row(Catalogue.RetentionClass kept) {
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        kept.name(),
                        kept.keep(),
                        kept.keyPerRecord() ? "per record" : "per person and month",
                        kept.heldBy() == null ? "no" : kept.heldBy());
    }

    private static String list(Collection<?> values) {
        return values.isEmpty()
                ? "none"
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
