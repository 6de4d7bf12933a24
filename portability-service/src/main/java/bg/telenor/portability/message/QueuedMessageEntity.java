package bg.telenor.portability.message;

import bg.telenor.portability.domain.MessageType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code queued_message}: that something is to be told, not what. */
@Entity
@Table(name = "queued_message")
class QueuedMessageEntity {

    @Id UUID id;

    @Column(insertable = false, updatable = false)
    Long seq;

    UUID recordId;
    UUID portingId;
    String receiver;

    @Enumerated(EnumType.STRING)
    MessageType type;

    Instant sentAt;
    int failures;

    /** When to try next; null while an earlier one of the same porting and receiver waits. */
    Instant dueAt;

    Instant leaseUntil;
}
