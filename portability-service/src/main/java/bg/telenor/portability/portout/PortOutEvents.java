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
import bg.telenor.portability.domain.CancelGround;
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
        if (before instanceof PortOut.Released && after instanceof PortOut.Released) {
            return List.of();
        }
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
            case PortOut.Reversed p ->
                    Optional.of(number -> new PortingCompleted(number, id, self, p.reversedAt()));
            case PortOut.Rejected p -> Optional.empty();
            case PortOut.Cancelled p ->
                    before instanceof PortOut.Received || before instanceof PortOut.Announced
                            ? Optional.empty()
                            : Optional.of(
                                    number -> new PortingEnded(number, id, reason(p.ground())));
            case PortOut.Withdrawn p ->
                    Optional.of(number -> new PortingEnded(number, id, reason(p.ground())));
        };
    }

    private static Reason reason(CancelGround ground) {
        return switch (ground) {
            case CUSTOMER_WISH, FRAUD, NUMBER_GONE -> Reason.CANCELLED;
            case EXPIRED -> Reason.EXPIRED;
        };
    }
}
