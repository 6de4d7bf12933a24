package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Made from the catalogue: what it does not name is refused, and nothing of it is written. */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class AllowListTest {

    @Inject TestRecords services;
    @Inject Catalogue catalogue;

    @TestFactory
    Stream<DynamicTest> everythingThatThePurposeAllowsIsKept() {
        return entries(
                (entry, record) -> {
                    var kept = kept(entry, record, entry.sources().iterator().next());

                    keep(entry, kept, allowed(kept));

                    assertThat(written(kept.id())).isEqualTo(2);
                });
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatThePurposeDoesNotNameIsRefused() {
        return entries(
                (entry, record) -> {
                    var kept = kept(entry, record, entry.sources().iterator().next());
                    var content = allowed(kept);
                    content.put("birthPlace", "anywhere");

                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> keep(entry, kept, content))
                            .withMessageContaining("birthPlace");
                    assertThat(written(kept.id())).isZero();
                });
    }

    @TestFactory
    Stream<DynamicTest> aSourceThatThePurposeDoesNotNameIsRefused() {
        return entries(
                (entry, record) -> {
                    var source = EnumSet.complementOf(EnumSet.copyOf(entry.sources())).iterator();
                    var kept = kept(entry, record, source.next());

                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> keep(entry, kept, allowed(kept)));
                    assertThat(written(kept.id())).isZero();
                });
    }

    @TestFactory
    Stream<DynamicTest> aRecordThatThePurposeDoesNotNameIsRefused() {
        return Arrays.stream(Purpose.values())
                .map(catalogue::of)
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.purpose().name(), () -> refusesOtherRecords(entry)));
    }

    private void refusesOtherRecords(Catalogue.Entry entry) {
        for (var record : RecordType.values()) {
            if (!entry.records().containsKey(record)) {
                var kept = kept(entry, record, entry.sources().iterator().next());

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> keep(entry, kept, new HashMap<>()));
                assertThat(written(kept.id())).isZero();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> ofAPersonInACapacityNoMoreIsKeptThanThatAllows() {
        return entries(
                (entry, record) -> {
                    for (var capacity : Role.values()) {
                        var source = entry.sources().iterator().next();
                        var kept = kept(entry, record, source, capacity);
                        var beyond = new HashSet<>(entry.fields().get(record));
                        beyond.removeAll(catalogue.fields(entry.purpose(), record, capacity));

                        for (var field : beyond) {
                            assertThatIllegalArgumentException()
                                    .isThrownBy(() -> keep(entry, kept, Map.of(field, "value")))
                                    .withMessageContaining(field);
                        }
                        assertThat(written(kept.id())).isZero();
                    }
                });
    }

    private interface Check {
        void of(Catalogue.Entry entry, RecordType record);
    }

    private Stream<DynamicTest> entries(Check check) {
        return Arrays.stream(Purpose.values())
                .map(catalogue::of)
                .flatMap(
                        entry ->
                                entry.records().keySet().stream()
                                        .map(
                                                record ->
                                                        DynamicTest.dynamicTest(
                                                                entry.purpose() + " " + record,
                                                                () -> check.of(entry, record))));
    }

    private Kept kept(Catalogue.Entry entry, RecordType record, Source source) {
        return kept(entry, record, source, entry.capacities().stream().findAny().orElse(null));
    }

    private Kept kept(Catalogue.Entry entry, RecordType record, Source source, Role capacity) {
        return new Kept(
                record,
                UUID.randomUUID(),
                services.someone(),
                entry.purpose(),
                source,
                null,
                capacity);
    }

    private Map<String, String> allowed(Kept kept) {
        var content = new HashMap<String, String>();
        var fields = catalogue.fields(kept.purpose(), kept.record(), kept.capacity());
        fields.forEach(field -> content.put(field, "value of " + field));
        return content;
    }

    private void keep(Catalogue.Entry entry, Kept kept, Map<String, String> content) {
        var records = services.of(entry.services().iterator().next());
        QuarkusTransaction.requiringNew().run(() -> records.keep(kept, content));
    }

    /** Rows of the record in all tables that an intake writes. */
    private static long written(UUID id) {
        return Owner.countData(
                """
                SELECT (SELECT count(*) FROM document WHERE record_id = ?)
                    + (SELECT count(*) FROM evidence WHERE record_id = ?)
                """,
                id,
                id);
    }
}
