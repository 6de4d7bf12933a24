package bg.telenor.consent.consents;

import bg.telenor.consent.domain.Consent;
import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.consent.domain.TextVersion;
import bg.telenor.events.consent.ConsentEvent;
import bg.telenor.events.consent.ConsentEvent.Status;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code consent}. */
@Entity
@Table(name = "consent")
class ConsentEntity {

    @Id UUID id;

    /** Which gave it on the person's behalf; null when they did themselves. */
    String client;

    String personRef;
    String subjectRef;
    UUID holdingId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Enumerated(EnumType.STRING)
    Channel channel;

    String textVersion;
    Instant givenAt;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Channel withdrawnThrough;

    Instant withdrawnAt;
    @Version int version;

    Consent toDomain() {
        var agreement =
                new Consent.Agreement(
                        id,
                        new SubjectRef(personRef),
                        new SubjectRef(subjectRef),
                        holdingId,
                        purpose,
                        channel,
                        new TextVersion(textVersion),
                        givenAt);
        return switch (status) {
            case GIVEN -> new Consent.Given(agreement);
            case WITHDRAWN -> new Consent.Withdrawn(agreement, withdrawnThrough, withdrawnAt);
        };
    }

    ConsentEntity write(Consent consent) {
        var agreement = consent.agreement();
        id = agreement.id();
        personRef = agreement.person().value();
        subjectRef = agreement.subject().value();
        holdingId = agreement.holdingId();
        purpose = agreement.purpose();
        channel = agreement.channel();
        textVersion = agreement.text().value();
        givenAt = agreement.givenAt();
        switch (consent) {
            case Consent.Given given -> status = Status.GIVEN;
            case Consent.Withdrawn withdrawn -> {
                status = Status.WITHDRAWN;
                withdrawnThrough = withdrawn.channel();
                withdrawnAt = withdrawn.at();
            }
        }
        return this;
    }

    /** What the other services hear of it. */
    ConsentEvent.Entry published() {
        return switch (status) {
            case GIVEN -> new ConsentEvent.Entry(purpose, status, givenAt);
            case WITHDRAWN -> new ConsentEvent.Entry(purpose, status, withdrawnAt);
        };
    }
}
