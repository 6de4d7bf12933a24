package bg.telenor.portability.domain;

import bg.telenor.portability.domain.PortIn.Accepted;
import bg.telenor.portability.domain.PortIn.Ended;
import bg.telenor.portability.domain.PortIn.Executing;
import bg.telenor.portability.domain.PortIn.Moved;
import bg.telenor.portability.domain.PortIn.Rejected;
import bg.telenor.portability.domain.PortIn.Requested;
import bg.telenor.portability.domain.PortIn.Reversing;
import bg.telenor.portability.domain.PortIn.Scheduled;
import bg.telenor.portability.domain.PortIn.Unanswered;
import bg.telenor.portability.domain.PortIn.WaitingForIdentity;
import bg.telenor.portability.domain.ToRecipient.PortAccept;
import bg.telenor.portability.domain.ToRecipient.PortAcknowledge;
import bg.telenor.portability.domain.ToRecipient.PortError;
import bg.telenor.portability.domain.ToRecipient.PortExecuted;
import bg.telenor.portability.domain.ToRecipient.PortReject;
import bg.telenor.portability.domain.ToRecipient.PortReschedule;
import bg.telenor.portability.domain.ToRecipient.PortReversed;
import bg.telenor.portability.domain.ToRecipient.PortState;
import bg.telenor.portability.domain.ToRecipient.PortWithdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * We as recipient: what a donor's message and the passing of time do to a porting. A message that
 * was overtaken, since both sides spoke at once or it came twice, changes nothing; one that comes
 * too early, or contradicts what its sender said before, is an {@link IllegalMove}.
 *
 * @param lead from the donor's acceptance to the earliest window
 */
public record RecipientRules(PortingTerms terms, WindowChoice windows, Duration lead) {

    /** Which window numbers get. */
    @FunctionalInterface
    public interface WindowChoice {

        /** The first that begins at this moment or later. */
        Window notBefore(Instant earliest);
    }

    /** The donor says something. */
    public Step<PortIn> heard(PortIn porting, ToRecipient message, Instant now) {
        return switch (message) {
            case PortAcknowledge m -> moved(porting, acknowledged(porting, m, now));
            case PortAccept m -> moved(porting, accepted(porting, now));
            case PortReject m ->
                    moved(porting, isOver(porting) ? porting : porting.reject(m.codes()));
            case PortWithdraw m ->
                    moved(porting, isOver(porting) ? porting : porting.withdraw(m.ground()));
            case PortReschedule m -> rescheduled(porting, m);
            case PortExecuted m -> moved(porting, executed(porting, m.at(), now));
            case PortReversed m -> moved(porting, reversed(porting, m.at(), now));
            case PortState m -> new Step<>(porting, repeatedAfter(porting, m));
            case PortError m -> moved(porting, refused(porting, m));
        };
    }

    /** The porting's time has come. */
    public Step<PortIn> due(PortIn porting, Instant now) {
        return switch (porting) {
            case WaitingForIdentity p -> moved(p, p.expire());
            case Unanswered p -> moved(p, p.expire());
            case Accepted p -> moved(p, p.schedule(usable(p.acceptedAt().plus(lead), now)));
            case Scheduled p ->
                    moved(
                            p,
                            p.window().isOver(now)
                                    ? p.schedule(windows.notBefore(now))
                                    : p.execute(repeatDue(now)));
            case Executing p ->
                    new Step<>(p.askAgain(repeatDue(now)), List.of(MessageType.PORT_QUERY));
            case Reversing p ->
                    new Step<>(p.askAgain(repeatDue(now)), List.of(MessageType.PORT_QUERY));
            case PortIn.Completed p -> new Step<>(p, List.of());
            case PortIn.Reversed p -> new Step<>(p, List.of());
            case Ended p -> new Step<>(p, List.of());
        };
    }

    /** A move of ours, with what the donor is told of it. */
    public Step<PortIn> moved(PortIn before, PortIn after) {
        return new Step<>(after, after.equals(before) ? List.of() : toldOf(before, after));
    }

    /** The numbers have come and are to go back. */
    public Step<PortIn> reverse(PortIn porting, ReversalGround ground, Instant now) {
        if (porting instanceof PortIn.Completed p
                && now.isAfter(terms.end(terms.reversal(), p.completedAt()))) {
            throw new IllegalMove(p, "reverse after its term");
        }
        return moved(porting, porting.reverse(ground, repeatDue(now)));
    }

    private PortIn acknowledged(PortIn porting, PortAcknowledge message, Instant now) {
        if (!(porting instanceof Requested) && !(porting instanceof WaitingForIdentity)) {
            return porting;
        }
        var latest = terms.end(terms.answer(), now);
        var promised = message.answerBy();
        return porting.acknowledge(
                promised.isAfter(now) && promised.isBefore(latest) ? promised : latest);
    }

    /** Who refused cannot accept any more; accepting twice is no mistake. */
    private static PortIn accepted(PortIn porting, Instant now) {
        return porting instanceof Unanswered
                        || porting instanceof WaitingForIdentity
                        || porting instanceof Rejected
                ? porting.accept(now)
                : porting;
    }

    /** The recipient leads: what it answers is the window that counts. */
    private Step<PortIn> rescheduled(PortIn porting, PortReschedule message) {
        if (porting instanceof Scheduled p) {
            var latest = p.window().until().plus(terms.postponement());
            return message.notBefore().isAfter(latest)
                    ? new Step<>(p, List.of(MessageType.PORT_SCHEDULE))
                    : new Step<>(
                            p.schedule(windows.notBefore(message.notBefore())),
                            List.of(MessageType.PORT_SCHEDULE));
        }
        if (porting instanceof Executing || porting instanceof Moved || isOver(porting)) {
            return new Step<>(porting, List.of());
        }
        throw new IllegalMove((Record) porting, "find another window for");
    }

    private static PortIn executed(PortIn porting, Instant at, Instant now) {
        if (porting instanceof Moved) {
            return porting;
        }
        refuseFuture(porting, at, now);
        var asked = porting.request().requestedAt();
        return porting.complete(at.isBefore(asked) ? asked : at);
    }

    private static PortIn reversed(PortIn porting, Instant at, Instant now) {
        if (porting instanceof PortIn.Reversed) {
            return porting;
        }
        refuseFuture(porting, at, now);
        return porting.giveBack(at);
    }

    /** Both sides keep the donor's moment, which has to have come by our clock too. */
    private static void refuseFuture(PortIn porting, Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw new IllegalMove((Record) porting, "believe in the future of");
        }
    }

    private static List<MessageType> repeatedAfter(PortIn porting, PortState message) {
        if (porting instanceof Executing) {
            return switch (message.standing()) {
                case ACCEPTED, SCHEDULED ->
                        List.of(MessageType.PORT_SCHEDULE, MessageType.PORT_EXECUTE);
                case RECEIVED, RELEASED, REVERSED, REJECTED, CANCELLED, WITHDRAWN -> List.of();
            };
        }
        return porting instanceof Reversing && message.standing() == PortState.Standing.RELEASED
                ? List.of(MessageType.PORT_REVERSE)
                : List.of();
    }

    private static PortIn refused(PortIn porting, PortError message) {
        return porting instanceof Reversing p
                        && message.about().equals(MessageType.PORT_REVERSE.wireName())
                ? p.keep()
                : porting;
    }

    private static boolean isOver(PortIn porting) {
        return porting instanceof Ended;
    }

    private Window usable(Instant earliest, Instant now) {
        var window = windows.notBefore(earliest);
        return window.isOver(now) ? windows.notBefore(now) : window;
    }

    private Instant repeatDue(Instant now) {
        return terms.end(terms.repeat(), now);
    }

    private static List<MessageType> toldOf(PortIn before, PortIn after) {
        return switch (after) {
            case Requested p -> List.of(MessageType.PORT_REQUEST);
            case Scheduled p -> List.of(MessageType.PORT_SCHEDULE);
            case Executing p -> List.of(MessageType.PORT_EXECUTE);
            case Reversing p -> List.of(MessageType.PORT_REVERSE);
            case PortIn.Cancelled p -> takenBack(before);
            case PortIn.Expired p -> takenBack(before);
            case WaitingForIdentity p -> List.of();
            case PortIn.Acknowledged p -> List.of();
            case Accepted p -> List.of();
            case PortIn.Completed p -> List.of();
            case PortIn.Reversed p -> List.of();
            case Rejected p -> List.of();
            case PortIn.Withdrawn p -> List.of();
            case PortIn.SubjectMismatch p -> List.of();
            case PortIn.IdentityRefused p -> List.of();
        };
    }

    /** A donor that was never asked has nothing to forget. */
    private static List<MessageType> takenBack(PortIn before) {
        return before instanceof WaitingForIdentity ? List.of() : List.of(MessageType.PORT_CANCEL);
    }
}
