package bg.telenor.kit.records;

import bg.telenor.kit.processing.RecordType;
import java.util.UUID;

/** Told, in the erasing transaction, that a record's content goes, so that its rows go too. */
public interface RecordKeeper {

    RecordType record();

    /** Deletes what the service keeps of the record outside the vault. Idempotent. */
    void erased(UUID id);
}
