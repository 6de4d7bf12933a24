package bg.telenor.consent.rights;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code standing_restriction}: whose data may be kept and not otherwise processed. */
@Entity
@Table(name = "standing_restriction")
class StandingRestrictionEntity {

    @Id String personRef;
    UUID requestId;
    Instant setAt;
}
