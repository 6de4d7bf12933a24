package bg.telenor.identity.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code webhook}: that a client is to be called back, and with what ids. */
@Entity
@Table(name = "webhook")
class WebhookEntity {

    /** Also the message's: whoever has it twice knows it again. */
    @Id UUID id;

    String client;
    UUID referenceId;
    UUID caseId;

    /** Null while the reference is pending. */
    @Enumerated(EnumType.STRING)
    Webhooks.Decision decision;

    Instant decidedAt;
    int failures;

    /** Null while the reference is pending, and once the call is given up. */
    Instant dueAt;

    Instant leaseUntil;
    Instant givenUpAt;
}
