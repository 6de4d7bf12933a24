package bg.telenor.portability.protection;

import bg.telenor.kit.projection.Holdings.Holding;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of {@code port_lock}: a number is locked while there is one. It belongs to the holding,
 * so that the number's next subscriber starts without it.
 */
@Entity
@Table(name = "port_lock")
class PortLockEntity {

    @Id UUID id;
    UUID holdingId;
    String numberRef;
    String personRef;
    Instant lockedAt;

    /** When to look whether the holding still lasts. */
    Instant dueAt;

    Instant leaseUntil;

    static PortLockEntity of(UUID id, Holding holding, Instant at) {
        var row = new PortLockEntity();
        row.id = id;
        row.holdingId = holding.id();
        row.numberRef = holding.number().value();
        row.personRef = holding.person().value();
        row.lockedAt = at;
        return row;
    }
}
