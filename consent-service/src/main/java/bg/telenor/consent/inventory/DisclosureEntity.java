package bg.telenor.consent.inventory;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code disclosure}: that a record's content was given to another controller. */
@Entity
@Table(name = "disclosure")
class DisclosureEntity {

    /** The event's id. */
    @Id UUID id;

    @Enumerated(EnumType.STRING)
    RecordType recordType;

    UUID recordId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String recipient;
    Instant disclosedAt;
}
