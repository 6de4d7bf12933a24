package bg.telenor.debtcheck.obligation;

import bg.telenor.debtcheck.domain.Obligation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One row of {@code obligation}: what is needed to say yes or no; the rest lies sealed. */
@Entity
@Table(name = "obligation")
class ObligationEntity {

    @Id UUID id;
    String personRef;

    @Enumerated(EnumType.STRING)
    Obligation.State state;

    LocalDate dueOn;
    Instant updatedAt;

    Obligation toDomain() {
        return new Obligation(state, dueOn);
    }
}
