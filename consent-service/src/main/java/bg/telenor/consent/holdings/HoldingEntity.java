package bg.telenor.consent.holdings;

import bg.telenor.consent.domain.Holding;
import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code subscription}. */
@Entity
@Table(name = "subscription")
class HoldingEntity {

    @Id UUID id;
    String numberRef;
    String personRef;

    @Enumerated(EnumType.STRING)
    Capacity capacity;

    Instant heldFrom;
    Instant heldUntil;

    /** When others here are to be told that it has ended; null when nothing is left to do. */
    @Column(name = "due_at")
    Instant endDueAt;

    Holding toDomain() {
        return new Holding(
                id,
                new SubjectRef(numberRef),
                new SubjectRef(personRef),
                capacity,
                heldFrom,
                heldUntil);
    }

    HoldingEntity write(Holding holding) {
        id = holding.id();
        numberRef = holding.number().value();
        personRef = holding.person().value();
        capacity = holding.capacity();
        heldFrom = holding.from();
        heldUntil = holding.until();
        endDueAt = holding.until();
        return this;
    }
}
