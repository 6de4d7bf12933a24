package bg.telenor.kit.catalogue;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.Set;

/**
 * The record of processing activities (GDPR art. 30) as code: {@code processing-catalogue.yaml},
 * read and checked at start-up.
 */
public interface Catalogue {

    /** The catalogue's version; every kept record carries it. */
    int version();

    /** What a purpose allows; every purpose has an entry. */
    Entry of(Purpose purpose);

    /**
     * What may be kept in a kind of record for a purpose, of a person in a capacity.
     *
     * @param capacity null for purposes that do not ask for one
     */
    Set<String> fields(Purpose purpose, RecordType record, Role capacity);

    /** How long records of a class are kept, and what an erasure request does to them. */
    RetentionClass retention(String name);

    /** Whether a law holds back such records, kept for the purpose, from an erasure request. */
    default boolean isHeldByLaw(Purpose purpose, RecordType record) {
        var retention = of(purpose).records().get(record);
        return retention != null && retention(retention).heldBy() != null;
    }

    /**
     * @param dpv the purpose's term in the Data Privacy Vocabulary
     * @param basis the one legal basis: an article
     * @param services which services may keep records for the purpose
     * @param capacities of whom; empty where the purpose does not ask for a capacity
     * @param records what kinds of record are kept, and in which retention class
     * @param fields which top-level fields each kind of record may have
     */
    record Entry(
            Purpose purpose,
            Map<String, String> title,
            String dpv,
            String basis,
            Set<String> services,
            Set<Source> sources,
            Set<Role> capacities,
            Map<RecordType, String> records,
            Map<RecordType, Set<String>> fields,
            Set<String> recipients,
            boolean explicitConsent,
            String dpia) {}

    /**
     * @param keep how long from receipt: to the end of a day, or, by the clock, to a moment
     * @param keyPerRecord whether each record has a data key of its own
     * @param heldBy the law that holds records back from an erasure request, or null when none does
     */
    record RetentionClass(String name, TemporalAmount keep, boolean keyPerRecord, String heldBy) {

        /** Whether the term ends by the clock: its records end with it, to the moment. */
        public boolean endsByTheClock() {
            return keep instanceof Duration;
        }
    }
}
