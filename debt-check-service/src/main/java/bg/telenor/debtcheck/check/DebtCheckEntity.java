package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DebtCheck;
import bg.telenor.debtcheck.domain.DeviceCategory;
import bg.telenor.debtcheck.domain.OperatorAnswer;
import bg.telenor.debtcheck.domain.Outcome;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One row of {@code debt_check}. It holds no rules: it becomes, and comes from, a {@link
 * DebtCheck}.
 */
@Entity
@Table(name = "debt_check")
class DebtCheckEntity {

    @Id UUID id;
    String client;
    UUID caseId;
    String personRef;

    @Enumerated(EnumType.STRING)
    DeviceCategory device;

    String[] operators;
    Instant requestedAt;

    @Enumerated(EnumType.STRING)
    DebtCheckStatus status;

    Instant expiresAt;
    Instant deadline;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    Integer rules;
    Instant endedAt;
    Instant dueAt;
    Instant leaseUntil;

    @Version int version;

    @ElementCollection
    @CollectionTable(name = "debt_check_answer", joinColumns = @JoinColumn(name = "check_id"))
    @MapKeyColumn(name = "operator")
    @Column(name = "answer")
    @Enumerated(EnumType.STRING)
    Map<String, OperatorAnswer> answers = new HashMap<>();

    DebtCheck toDomain() {
        var request =
                new DebtCheck.Request(
                        id,
                        client,
                        caseId,
                        new SubjectRef(personRef),
                        device,
                        Arrays.stream(operators)
                                .map(OperatorCode::new)
                                .collect(Collectors.toUnmodifiableSet()),
                        requestedAt);
        return switch (status) {
            case WAITING_FOR_IDENTITY -> new DebtCheck.WaitingForIdentity(request, expiresAt);
            case ASKING -> new DebtCheck.Asking(request, heard(), deadline);
            case DECIDED -> new DebtCheck.Decided(request, outcome, rules, endedAt);
            case EXPIRED -> new DebtCheck.Expired(request, endedAt);
            case CANCELLED -> new DebtCheck.Cancelled(request, endedAt);
            case SUBJECT_MISMATCH -> new DebtCheck.SubjectMismatch(request, endedAt);
            case IDENTITY_REFUSED -> new DebtCheck.IdentityRefused(request, endedAt);
        };
    }

    /** Takes over the state; {@code next} is when something is to be done, or null. */
    DebtCheckEntity write(DebtCheck check, Instant next) {
        var request = check.request();
        id = request.id();
        client = request.client();
        caseId = request.caseId();
        personRef = request.person().value();
        device = request.device();
        operators =
                request.operators().stream()
                        .map(OperatorCode::value)
                        .sorted()
                        .toArray(String[]::new);
        requestedAt = request.requestedAt();
        status = DebtCheckStatus.of(check);
        dueAt = next;
        leaseUntil = null;
        switch (check) {
            case DebtCheck.WaitingForIdentity c -> {
                expiresAt = c.expiresAt();
                answers.clear();
            }
            case DebtCheck.Asking c -> {
                deadline = c.deadline();
                c.answers().forEach((operator, said) -> answers.put(operator.value(), said));
            }
            case DebtCheck.Decided c -> {
                outcome = c.outcome();
                rules = c.rules();
                end(c.decidedAt());
            }
            case DebtCheck.Expired c -> end(c.at());
            case DebtCheck.Cancelled c -> end(c.at());
            case DebtCheck.SubjectMismatch c -> end(c.at());
            case DebtCheck.IdentityRefused c -> end(c.at());
        }
        return this;
    }

    /** What single operators said is not needed in clear once the check has ended. */
    private void end(Instant at) {
        endedAt = at;
        answers.clear();
    }

    private Map<OperatorCode, OperatorAnswer> heard() {
        return answers.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                said -> new OperatorCode(said.getKey()), Map.Entry::getValue));
    }
}
