package bg.telenor.consent.inventory;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sums up what the services keep about a person. */
@ApplicationScoped
public class HeldRecords {

    private static final int PAGE = 500;

    /** That a record that is still kept was given to somebody. */
    public record Disclosed(String recipient, RecordType record, Purpose purpose, Instant at) {}

    private final Inventory inventory;

    HeldRecords(Inventory inventory) {
        this.inventory = inventory;
    }

    /** By service and kind of record. */
    @Transactional
    public Map<String, Map<RecordType, Integer>> countedAt(SubjectRef person, Instant at) {
        var counts = new HashMap<String, Map<RecordType, Integer>>();
        each(
                person,
                item -> {
                    var row = item.record();
                    if (row.receivedAt.isBefore(at)
                            && (row.erasedAt == null || !row.erasedAt.isBefore(at))) {
                        counts.computeIfAbsent(row.service, s -> new EnumMap<>(RecordType.class))
                                .merge(row.key.recordType(), 1, Integer::sum);
                    }
                });
        return counts;
    }

    /** To whom what is still kept about a person was given, the latest first. */
    @Transactional
    public List<Disclosed> disclosedOf(SubjectRef person) {
        var disclosed = new ArrayList<Disclosed>();
        each(
                person,
                item -> {
                    if (item.record().erasedAt == null) {
                        item.disclosures().forEach(given -> disclosed.add(disclosed(given)));
                    }
                });
        disclosed.sort(Comparator.comparing(Disclosed::at).reversed());
        return disclosed;
    }

    private static Disclosed disclosed(DisclosureEntity given) {
        return new Disclosed(given.recipient, given.recordType, given.purpose, given.disclosedAt);
    }

    private void each(SubjectRef person, Consumer<Inventory.Item> then) {
        var place = Place.START;
        List<Inventory.Item> page;
        do {
            page = inventory.of(person, place, PAGE);
            for (var item : page) {
                then.accept(item);
                place = Place.of(item.record());
            }
        } while (page.size() == PAGE);
    }
}
