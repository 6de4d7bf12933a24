package bg.telenor.consent.inventory;

import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One row of {@code inventory}: that a service keeps, or kept, a record, and on what grounds. */
@Entity
@Table(name = "inventory")
class InventoryEntity {

    /** A record's id is unique among its kind. */
    @Embeddable
    record Key(@Enumerated(EnumType.STRING) RecordType recordType, UUID recordId) {}

    @EmbeddedId Key key;
    String subjectRef;
    String service;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Enumerated(EnumType.STRING)
    Source source;

    UUID caseId;

    /** Null as long as only its erasure has been heard of. */
    Instant receivedAt;

    LocalDate retainUntil;
    Instant erasedAt;

    @Enumerated(EnumType.STRING)
    DataErased.Reason erasedReason;
}
