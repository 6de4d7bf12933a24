package bg.telenor.identity.reference;

import bg.telenor.identity.domain.ClaimedField;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.Matches;
import bg.telenor.identity.domain.Reason;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.domain.Role;
import bg.telenor.identity.domain.Verdict;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One row of {@code identity_reference}: it only becomes, and comes from, a state. */
@Entity
@Table(name = "identity_reference")
class ReferenceEntity {

    @Id UUID id;
    String subjectRef;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Enumerated(EnumType.STRING)
    Role role;

    String client;
    String question;
    boolean photo;

    @Enumerated(EnumType.STRING)
    DocumentKind documentKind;

    Instant askedAt;
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    ReferenceStatus status;

    int attempts;
    int unanswered;
    String callId;
    String verificationCode;
    int checks;

    @Enumerated(EnumType.STRING)
    Reason reason;

    String[] matching;
    String[] differing;
    Integer namesScore;
    Boolean documentValid;
    Boolean ofAge;
    Instant decidedAt;
    Instant freshUntil;
    Instant dueAt;
    Instant leaseUntil;
    @Version int version;

    IdentityReference toDomain() {
        var request =
                new IdentityReference.Request(
                        id,
                        new SubjectRef(subjectRef),
                        caseId,
                        purpose,
                        role,
                        client,
                        askedAt,
                        expiresAt);
        return switch (status) {
            case PENDING -> pending(request);
            case CONFIRMED -> new Confirmed(request, verdict(), decidedAt, freshUntil);
            case REFUSED -> new Refused(request, reason, verdict(), decidedAt);
        };
    }

    private IdentityReference pending(IdentityReference.Request request) {
        if (verificationCode == null) {
            return new Pending(request, attempts, unanswered, dueAt);
        }
        var call = new RegisterCall(callId, verificationCode);
        return new Taken(request, attempts, unanswered, call, checks, dueAt);
    }

    /**
     * The call's number stays with what it decided, so that its answer is known when it repeats.
     */
    ReferenceEntity write(IdentityReference reference) {
        var request = reference.request();
        id = request.id();
        subjectRef = request.subject().value();
        caseId = request.caseId();
        purpose = request.purpose();
        role = request.role();
        client = request.client();
        askedAt = request.askedAt();
        expiresAt = request.expiresAt();
        status = ReferenceStatus.of(reference);
        dueAt = null;
        verificationCode = null;
        switch (reference) {
            case Pending pending -> {
                attempts = pending.attempts();
                unanswered = pending.unanswered();
                dueAt = pending.dueAt();
                callId = null;
                checks = 0;
            }
            case Taken taken -> {
                attempts = taken.attempts();
                unanswered = taken.unanswered();
                dueAt = taken.dueAt();
                callId = taken.call().id();
                verificationCode = taken.call().verificationCode();
                checks = taken.checks();
            }
            case Confirmed confirmed -> {
                decided(confirmed.verdict(), confirmed.at());
                freshUntil = confirmed.freshUntil();
            }
            case Refused refused -> {
                decided(refused.verdict(), refused.at());
                reason = refused.reason();
            }
        }
        return this;
    }

    private void decided(Verdict verdict, Instant at) {
        matching = names(verdict.matches().same());
        differing = names(verdict.matches().different());
        namesScore = verdict.matches().namesScore();
        documentValid = verdict.documentValid();
        ofAge = verdict.ofAge();
        decidedAt = at;
    }

    private Verdict verdict() {
        return new Verdict(
                new Matches(fields(matching), fields(differing), namesScore), documentValid, ofAge);
    }

    private static String[] names(Set<ClaimedField> fields) {
        return fields.stream().map(ClaimedField::name).sorted().toArray(String[]::new);
    }

    private static Set<ClaimedField> fields(String[] names) {
        return Arrays.stream(names).map(ClaimedField::valueOf).collect(Collectors.toSet());
    }
}
