package bg.telenor.identity.counter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code clerk_flag}; who the clerk is lies sealed. */
@Entity
@Table(name = "clerk_flag")
class FlagEntity {

    @Id UUID id;

    @Enumerated(EnumType.STRING)
    FlagKind kind;

    String clerkRef;
    String shop;

    /** Null where nothing was asked. */
    UUID referenceId;

    UUID caseId;
    Instant raisedAt;
}
