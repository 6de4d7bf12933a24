package bg.telenor.portability.portout;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.domain.ToRecipient.PortError;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One row of {@code port_out}, which belongs to its recipient's client. */
@Entity
@Table(name = "port_out")
class PortOutEntity {

    /** A number's reference; the database lets it be promised to one recipient at a time. */
    @Embeddable
    static class NumberRow {

        String numberRef;
        boolean promised;
    }

    @Id UUID id;
    String client;
    String recipient;
    UUID portingId;
    String personRef;
    Instant receivedAt;

    /** Until when we said to answer. */
    Instant answerBy;

    @Enumerated(EnumType.STRING)
    PortOutStatus status;

    Instant statusAt;
    Instant windowFrom;
    Instant windowUntil;

    /** The window is to be no sooner; null when the one agreed suits us. */
    Instant notBefore;

    @Enumerated(EnumType.STRING)
    Set<RejectCode> rejectCodes;

    @Enumerated(EnumType.STRING)
    CancelGround cancelGround;

    Instant releasedAt;

    @Enumerated(EnumType.STRING)
    PortError.Fault reversalRefused;

    Instant reversedAt;

    /** When we look into it, or the recipient's time is over; null when nothing moves it. */
    Instant dueAt;

    Instant leaseUntil;

    @ElementCollection
    @CollectionTable(name = "port_out_number", joinColumns = @JoinColumn(name = "port_out_id"))
    @OrderColumn(name = "position")
    List<NumberRow> numbers = new ArrayList<>();

    PortOut toDomain() {
        var request =
                new PortOut.Request(
                        id,
                        new OperatorCode(recipient),
                        portingId,
                        new SubjectRef(personRef),
                        numbers.stream().map(row -> new SubjectRef(row.numberRef)).toList(),
                        receivedAt);
        return switch (status) {
            case RECEIVED -> new PortOut.Received(request);
            case ANNOUNCED -> new PortOut.Announced(request, dueAt);
            case ACCEPTED -> new PortOut.Accepted(request, dueAt);
            case SCHEDULED ->
                    new PortOut.Scheduled(
                            request,
                            new Window(windowFrom, windowUntil),
                            dueAt,
                            Optional.ofNullable(notBefore));
            case RELEASED ->
                    new PortOut.Released(request, releasedAt, Optional.ofNullable(reversalRefused));
            case REVERSED -> new PortOut.Reversed(request, reversedAt);
            case REJECTED -> new PortOut.Rejected(request, rejectCodes);
            case CANCELLED -> new PortOut.Cancelled(request, cancelGround);
            case WITHDRAWN -> new PortOut.Withdrawn(request, cancelGround);
        };
    }

    static PortOutEntity of(PortOut porting, String client, Instant answerBy, Instant at) {
        var request = porting.request();
        var row = new PortOutEntity();
        row.id = request.id();
        row.client = client;
        row.recipient = request.recipient().value();
        row.portingId = request.portingId();
        row.personRef = request.person().value();
        row.receivedAt = request.receivedAt();
        row.answerBy = answerBy;
        for (var number : request.numbers()) {
            var numberRow = new NumberRow();
            numberRow.numberRef = number.value();
            row.numbers.add(numberRow);
        }
        return row.write(porting, at);
    }

    PortOutEntity write(PortOut porting, Instant at) {
        status = PortOutStatus.of(porting);
        statusAt = at;
        dueAt = porting.due().orElse(null);
        leaseUntil = null;
        switch (porting) {
            case PortOut.Received p -> {}
            case PortOut.Announced p -> {}
            case PortOut.Accepted p -> {}
            case PortOut.Scheduled p -> {
                windowFrom = p.window().from();
                windowUntil = p.window().until();
                notBefore = p.notBefore().orElse(null);
            }
            case PortOut.Released p -> {
                releasedAt = p.releasedAt();
                reversalRefused = p.refused().orElse(null);
            }
            case PortOut.Reversed p -> reversedAt = p.reversedAt();
            case PortOut.Rejected p -> rejectCodes = p.codes();
            case PortOut.Cancelled p -> cancelGround = p.ground();
            case PortOut.Withdrawn p -> cancelGround = p.ground();
        }
        numbers.forEach(number -> number.promised = status.isPromised());
        return this;
    }
}
