package bg.telenor.portability.portin;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.ContractType;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortInRequest;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.domain.ReversalGround;
import bg.telenor.portability.domain.Window;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One row of {@code port_in}. It holds no rules: it only becomes, and comes from, a {@link PortIn}.
 */
@Entity
@Table(name = "port_in")
class PortInEntity {

    /** A number's reference; {@code open} lets the database refuse a second open porting of it. */
    @Embeddable
    static class NumberRow {

        String numberRef;
        boolean open;
    }

    @Id UUID id;
    String client;
    UUID caseId;
    String personRef;
    String donor;

    @Enumerated(EnumType.STRING)
    ContractType contract;

    Instant requestedAt;

    @Enumerated(EnumType.STRING)
    PortInStatus status;

    Instant statusAt;
    Instant windowFrom;
    Instant windowUntil;

    @Enumerated(EnumType.STRING)
    Set<RejectCode> rejectCodes;

    @Enumerated(EnumType.STRING)
    CancelGround cancelGround;

    Instant completedAt;

    @Enumerated(EnumType.STRING)
    ReversalGround reversalGround;

    Instant reversedAt;

    /** When the state ends by itself or goes on; null when nothing moves it. */
    Instant dueAt;

    Instant leaseUntil;

    @ElementCollection
    @CollectionTable(name = "port_in_number", joinColumns = @JoinColumn(name = "port_in_id"))
    @OrderColumn(name = "position")
    List<NumberRow> numbers = new ArrayList<>();

    PortIn toDomain() {
        var request =
                new PortInRequest(
                        id,
                        client,
                        caseId,
                        new SubjectRef(personRef),
                        numbers.stream().map(row -> new SubjectRef(row.numberRef)).toList(),
                        new OperatorCode(donor),
                        contract,
                        requestedAt);
        return switch (status) {
            case WAITING_FOR_IDENTITY -> new PortIn.WaitingForIdentity(request, dueAt);
            case REQUESTED -> new PortIn.Requested(request, dueAt);
            case ACKNOWLEDGED -> new PortIn.Acknowledged(request, dueAt);
            case ACCEPTED -> new PortIn.Accepted(request, dueAt);
            case SCHEDULED -> new PortIn.Scheduled(request, window());
            case EXECUTING -> new PortIn.Executing(request, window(), dueAt);
            case COMPLETED -> new PortIn.Completed(request, completedAt);
            case REVERSING -> new PortIn.Reversing(request, completedAt, reversalGround, dueAt);
            case REVERSED -> new PortIn.Reversed(request, reversedAt);
            case REJECTED -> new PortIn.Rejected(request, rejectCodes);
            case CANCELLED -> new PortIn.Cancelled(request, cancelGround);
            case WITHDRAWN -> new PortIn.Withdrawn(request, cancelGround);
            case EXPIRED -> new PortIn.Expired(request);
            case SUBJECT_MISMATCH -> new PortIn.SubjectMismatch(request);
            case IDENTITY_REFUSED -> new PortIn.IdentityRefused(request);
        };
    }

    static PortInEntity of(PortIn porting, Instant at) {
        var request = porting.request();
        var row = new PortInEntity();
        row.id = request.id();
        row.client = request.client();
        row.caseId = request.caseId();
        row.personRef = request.person().value();
        row.donor = request.donor().value();
        row.contract = request.contract();
        row.requestedAt = request.requestedAt();
        for (var number : request.numbers()) {
            var numberRow = new NumberRow();
            numberRow.numberRef = number.value();
            row.numbers.add(numberRow);
        }
        return row.write(porting, at);
    }

    /**
     * What a passed state left behind, such as its window, stays: messages yet to go tell of it.
     */
    PortInEntity write(PortIn porting, Instant at) {
        status = PortInStatus.of(porting);
        statusAt = at;
        dueAt = porting.due().orElse(null);
        leaseUntil = null;
        switch (porting) {
            case PortIn.WaitingForIdentity p -> {}
            case PortIn.Requested p -> {}
            case PortIn.Acknowledged p -> {}
            case PortIn.Accepted p -> {}
            case PortIn.Scheduled p -> write(p.window());
            case PortIn.Executing p -> {}
            case PortIn.Completed p -> completedAt = p.completedAt();
            case PortIn.Reversing p -> reversalGround = p.ground();
            case PortIn.Reversed p -> reversedAt = p.reversedAt();
            case PortIn.Rejected p -> rejectCodes = p.codes();
            case PortIn.Cancelled p -> cancelGround = p.ground();
            case PortIn.Withdrawn p -> cancelGround = p.ground();
            case PortIn.Expired p -> cancelGround = CancelGround.EXPIRED;
            case PortIn.SubjectMismatch p -> {}
            case PortIn.IdentityRefused p -> {}
        }
        numbers.forEach(number -> number.open = status.isOpen());
        return this;
    }

    Window window() {
        return new Window(windowFrom, windowUntil);
    }

    private void write(Window window) {
        windowFrom = window.from();
        windowUntil = window.until();
    }
}
