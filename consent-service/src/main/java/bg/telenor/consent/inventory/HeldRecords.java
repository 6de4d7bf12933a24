package bg.telenor.consent.inventory;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what the services kept about a person at a moment. */
@ApplicationScoped
public class HeldRecords {

    private static final int PAGE = 500;

    private final Inventory inventory;

    HeldRecords(Inventory inventory) {
        this.inventory = inventory;
    }

    /** By service and kind of record. */
    @Transactional
    public Map<String, Map<RecordType, Integer>> countedAt(SubjectRef person, Instant at) {
        var counts = new HashMap<String, Map<RecordType, Integer>>();
        var place = Place.START;
        List<Inventory.Item> page;
        do {
            page = inventory.of(person, place, PAGE);
            for (var item : page) {
                var row = item.record();
                if (row.receivedAt.isBefore(at)
                        && (row.erasedAt == null || !row.erasedAt.isBefore(at))) {
                    counts.computeIfAbsent(row.service, s -> new EnumMap<>(RecordType.class))
                            .merge(row.key.recordType(), 1, Integer::sum);
                }
                place = Place.of(row);
            }
        } while (page.size() == PAGE);
        return counts;
    }
}
