package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.value.OperatorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The personal data that this service keeps. Content lies sealed, under the purpose that it was
 * taken in for, until the end that the catalogue gives it; intake, reading, disclosure and erasure
 * are in evidence and on topic {@code intake}. Every method takes part in the caller's transaction.
 */
@ApplicationScoped
public class Records {

    /**
     * Keeps content, in place of what was kept for the same record before.
     *
     * @throws IllegalArgumentException when the catalogue does not let this service keep such a
     *     record for the purpose, from the source, or with a field that the content has
     */
    public void keep(Kept kept, Object content) {
        throw new UnsupportedOperationException();
    }

    /** The content, or empty when there is none (any more). */
    public <T> Optional<T> open(RecordType record, UUID id, Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** Puts on record that a record's content was given to another controller. */
    public void disclosed(RecordType record, UUID id, OperatorCode recipient) {
        throw new UnsupportedOperationException();
    }

    /** Erases a record: its content now, its key at once after the commit. */
    public void erase(RecordType record, UUID id, DataErased.Reason reason) {
        throw new UnsupportedOperationException();
    }
}
