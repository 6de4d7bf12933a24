package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice;
import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row of {@code notice}. */
@Entity
@Table(name = "notice")
class NoticeEntity {

    /** A notice's state, as its row says it. */
    @Schema(name = "NoticeStatus")
    enum Status {
        OWED,
        NO_ADDRESS,
        ANNOUNCED,
        DELIVERED
    }

    @Id UUID id;
    String personRef;

    @Enumerated(EnumType.STRING)
    Template template;

    @Enumerated(EnumType.STRING)
    Language language;

    Instant tellBy;

    /** These three of a check at a counter only. */
    UUID referenceId;

    String shop;
    Instant checkedAt;

    /** These of what becomes of a number only; the last two where there is one. */
    String numberRef;

    UUID aboutId;
    String operator;
    Instant moment;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant statusAt;

    /** When to announce it, or to look for an address again; null when nothing is left to do. */
    Instant dueAt;

    Instant leaseUntil;

    @Version int version;

    Notice toDomain() {
        var facts = new Notice.Facts(id, new SubjectRef(personRef), template, language, tellBy);
        return switch (status) {
            case OWED -> new Notice.Owed(facts);
            case NO_ADDRESS -> new Notice.NoAddress(facts, statusAt);
            case ANNOUNCED -> new Notice.Announced(facts, statusAt);
            case DELIVERED -> new Notice.Delivered(facts, statusAt);
        };
    }

    NoticeEntity write(Notice notice) {
        var facts = notice.facts();
        id = facts.id();
        personRef = facts.person().value();
        template = facts.template();
        language = facts.language();
        tellBy = facts.tellBy();
        return switch (notice) {
            case Notice.Owed owed -> status(Status.OWED, statusAt);
            case Notice.NoAddress missed -> status(Status.NO_ADDRESS, missed.at());
            case Notice.Announced announced -> status(Status.ANNOUNCED, announced.at());
            case Notice.Delivered delivered -> status(Status.DELIVERED, delivered.at());
        };
    }

    /** Whether it still waits to be written. */
    boolean isPending() {
        return switch (status) {
            case OWED, NO_ADDRESS -> true;
            case ANNOUNCED, DELIVERED -> false;
        };
    }

    /** Whoever has worked on it gives it back, to be taken again when it is due. */
    void due(Instant when) {
        dueAt = when;
        leaseUntil = null;
    }

    private NoticeEntity status(Status next, Instant at) {
        status = next;
        statusAt = at;
        return this;
    }
}
