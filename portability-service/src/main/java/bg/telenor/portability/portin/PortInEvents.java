package bg.telenor.portability.portin;

import bg.telenor.events.porting.PortingEvent;
import bg.telenor.events.porting.PortingEvent.PortingCompleted;
import bg.telenor.events.porting.PortingEvent.PortingEnded;
import bg.telenor.events.porting.PortingEvent.PortingEnded.Reason;
import bg.telenor.events.porting.PortingEvent.PortingRequested;
import bg.telenor.events.porting.PortingEvent.PortingScheduled;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.PortIn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the other services hear of each state, of every number by itself. */
final class PortInEvents {

    private PortInEvents() {}

    /** One that goes on where it was, or keeps its numbers after all, is no news. */
    static List<PortingEvent> of(PortIn before, PortIn porting, OperatorCode self) {
        if (before instanceof PortIn.Reversing && porting instanceof PortIn.Completed) {
            return List.of();
        }
        var request = porting.request();
        return byNumber(porting, self)
                .map(event -> request.numbers().stream().map(event).toList())
                .orElse(List.of());
    }

    private static Optional<Function<SubjectRef, PortingEvent>> byNumber(
            PortIn porting, OperatorCode self) {
        var request = porting.request();
        var id = request.id();
        return switch (porting) {
            case PortIn.WaitingForIdentity p -> Optional.empty();
            case PortIn.Requested p ->
                    Optional.of(
                            number ->
                                    new PortingRequested(
                                            number, id, request.caseId(), request.donor(), self));
            case PortIn.Acknowledged p -> Optional.empty();
            case PortIn.Accepted p -> Optional.empty();
            case PortIn.Scheduled p ->
                    Optional.of(
                            number -> new PortingScheduled(number, id, p.window().from(), null));
            case PortIn.Executing p -> Optional.empty();
            case PortIn.Completed p ->
                    Optional.of(number -> new PortingCompleted(number, id, self, p.completedAt()));
            case PortIn.Reversing p -> Optional.empty();
            case PortIn.Reversed p ->
                    Optional.of(
                            number ->
                                    new PortingCompleted(
                                            number, id, request.donor(), p.reversedAt()));
            case PortIn.Rejected p -> ended(porting, Reason.REJECTED_BY_DONOR);
            case PortIn.Cancelled p -> ended(porting, Reason.CANCELLED);
            case PortIn.Withdrawn p -> ended(porting, Reason.CANCELLED);
            case PortIn.Expired p -> ended(porting, Reason.EXPIRED);
            case PortIn.SubjectMismatch p -> ended(porting, Reason.SUBJECT_MISMATCH);
            case PortIn.IdentityRefused p -> ended(porting, Reason.IDENTITY_REFUSED);
        };
    }

    private static Optional<Function<SubjectRef, PortingEvent>> ended(
            PortIn porting, Reason reason) {
        return Optional.of(number -> new PortingEnded(number, porting.request().id(), reason));
    }
}
