package bg.telenor.kit.records;

import bg.telenor.kit.processing.RecordType;
import java.util.UUID;

/** Told, in the erasing transaction, that a record's content goes, so that its rows go too. */
public interface RecordKeeper {

    RecordType record();

    /** Deletes what the service keeps of the record outside the vault. Idempotent. */
    void erased(UUID id);

    /**
     * Whether an access request is answered with such records. Not those that hold an earlier
     * answer: it would be given again, and again within the next.
     */
    default boolean answersAccess() {
        return true;
    }
}
