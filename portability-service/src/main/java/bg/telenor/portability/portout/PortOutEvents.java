package bg.telenor.portability.portout;

import bg.telenor.events.porting.PortingEvent;
import bg.telenor.events.porting.PortingEvent.PortOutAsked;
import bg.telenor.events.porting.PortingEvent.PortingCompleted;
import bg.telenor.events.porting.PortingEvent.PortingEnded;
import bg.telenor.events.porting.PortingEvent.PortingEnded.Reason;
import bg.telenor.events.porting.PortingEvent.PortingRequested;
import bg.telenor.events.porting.PortingEvent.PortingScheduled;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.PortOut;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the other services hear of numbers that leave us: from our check on, since until then a
 * request says nothing true of the number.
 */
final class PortOutEvents {

    private PortOutEvents() {}

    static List<PortingEvent> of(PortOut before, PortOut after, OperatorCode self) {
        var numbers = after.request().numbers();
        return byNumber(before, after, self)
                .map(event -> numbers.stream().map(event).toList())
                .orElse(List.of());
    }

    private static Optional<Function<SubjectRef, PortingEvent>> byNumber(
            PortOut before, PortOut after, OperatorCode self) {
        var recipient = after.request().recipient();
        var id = after.request().id();
        return switch (after) {
            case PortOut.Received p -> Optional.empty();
            case PortOut.Announced p ->
                    Optional.of(number -> new PortOutAsked(number, id, recipient, p.until()));
            case PortOut.Accepted p ->
                    Optional.of(number -> new PortingRequested(number, id, null, self, recipient));
            case PortOut.Scheduled p ->
                    Optional.of(
                            number ->
                                    new PortingScheduled(number, id, p.window().from(), recipient));
            case PortOut.Released p ->
                    Optional.of(
                            number -> new PortingCompleted(number, id, recipient, p.releasedAt()));
            case PortOut.Rejected p -> Optional.empty();
            case PortOut.Cancelled p ->
                    before instanceof PortOut.Received || before instanceof PortOut.Announced
                            ? Optional.empty()
                            : Optional.of(number -> new PortingEnded(number, id, reason(p)));
        };
    }

    private static Reason reason(PortOut.Cancelled porting) {
        return switch (porting.ground()) {
            case CUSTOMER_WISH -> Reason.CANCELLED;
            case EXPIRED -> Reason.EXPIRED;
        };
    }
}
