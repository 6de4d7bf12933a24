package bg.telenor.portability.domain;

import bg.telenor.portability.domain.PortOut.Accepted;
import bg.telenor.portability.domain.PortOut.Announced;
import bg.telenor.portability.domain.PortOut.Cancelled;
import bg.telenor.portability.domain.PortOut.Received;
import bg.telenor.portability.domain.PortOut.Rejected;
import bg.telenor.portability.domain.PortOut.Released;
import bg.telenor.portability.domain.PortOut.Reversed;
import bg.telenor.portability.domain.PortOut.Scheduled;
import bg.telenor.portability.domain.PortOut.Withdrawn;
import bg.telenor.portability.domain.ToDonor.PortCancel;
import bg.telenor.portability.domain.ToDonor.PortExecute;
import bg.telenor.portability.domain.ToDonor.PortQuery;
import bg.telenor.portability.domain.ToDonor.PortRequest;
import bg.telenor.portability.domain.ToDonor.PortReverse;
import bg.telenor.portability.domain.ToDonor.PortSchedule;
import bg.telenor.portability.domain.ToRecipient.PortError.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * We as donor: what a recipient's message and the passing of time do to a porting. A message that
 * was overtaken changes nothing, and what we had said is said again where the recipient may have
 * missed it; one that comes too early is an {@link IllegalMove}.
 */
public record DonorRules(PortingTerms terms) {

    /** Who serves the numbers of the porting at the moment; asked only where it matters. */
    public interface Whereabouts {

        /** Whether we serve them all. */
        boolean allOurs();

        /** Whether they are all where the porting brought them, and have been since. */
        boolean allWithRecipientSince(Instant moment);
    }

    /** The recipient says something about its porting. */
    public Step<PortOut> heard(PortOut porting, ToDonor message, Whereabouts numbers, Instant now) {
        return switch (message) {
            case PortRequest m -> throw new IllegalMove((Record) porting, "ask twice for");
            case PortSchedule m -> moved(porting, scheduled(porting, m));
            case PortCancel m -> moved(porting, cancelled(porting, m));
            case PortExecute m -> executed(porting, numbers, now);
            case PortReverse m -> reversed(porting, numbers, now);
            case PortQuery m ->
                    new Step<>(
                            porting,
                            Stream.concat(Stream.of(MessageType.PORT_STATE), said(porting).stream())
                                    .toList());
        };
    }

    /**
     * We have looked into a request: unless there are grounds against, its holder is told and has
     * until then to say no; after that it may go.
     */
    public Step<PortOut> decided(
            PortOut porting, Set<RejectCode> against, Instant objectUntil, Instant now) {
        if (!against.isEmpty()) {
            return moved(porting, porting.reject(against));
        }
        return moved(
                porting,
                porting instanceof Announced
                        ? porting.accept(terms.end(terms.schedule(), now))
                        : porting.announce(objectUntil));
    }

    /** The holder says no: the numbers stay, if they have not left. */
    public Step<PortOut> objected(PortOut porting) {
        return switch (porting) {
            case Received p -> moved(p, p.reject(Set.of(RejectCode.HOLDER_OBJECTS)));
            case Announced p -> moved(p, p.reject(Set.of(RejectCode.HOLDER_OBJECTS)));
            case Accepted p -> moved(p, p.withdraw(CancelGround.FRAUD));
            case Scheduled p -> moved(p, p.withdraw(CancelGround.FRAUD));
            case Released p -> new Step<>(p, List.of());
            case Reversed p -> new Step<>(p, List.of());
            case Rejected p -> new Step<>(p, List.of());
            case Cancelled p -> new Step<>(p, List.of());
            case Withdrawn p -> new Step<>(p, List.of());
        };
    }

    /** The porting's time has come: what the recipient did not go on with ends. */
    public Step<PortOut> due(PortOut porting) {
        return switch (porting) {
            case Accepted p -> moved(p, p.withdraw(CancelGround.EXPIRED));
            case Scheduled p -> moved(p, p.withdraw(CancelGround.EXPIRED));
            case Received p -> new Step<>(p, List.of());
            case Announced p -> new Step<>(p, List.of());
            case Released p -> new Step<>(p, List.of());
            case Reversed p -> new Step<>(p, List.of());
            case Rejected p -> new Step<>(p, List.of());
            case Cancelled p -> new Step<>(p, List.of());
            case Withdrawn p -> new Step<>(p, List.of());
        };
    }

    /** A move of ours, with what the recipient is told of it. */
    public Step<PortOut> moved(PortOut before, PortOut after) {
        return new Step<>(after, after.equals(before) ? List.of() : said(after));
    }

    /** A request was taken in. */
    public Step<PortOut> received(Received porting) {
        return new Step<>(porting, said(porting));
    }

    /** Until when we answer a request. */
    public Instant answerBy(Instant receivedAt) {
        return terms.end(terms.answer(), receivedAt);
    }

    private PortOut scheduled(PortOut porting, PortSchedule message) {
        if (isOver(porting)) {
            return porting;
        }
        var window = new Window(message.windowFrom(), message.windowUntil());
        return porting.schedule(window, terms.end(terms.fetch(), window.until()));
    }

    private static PortOut cancelled(PortOut porting, PortCancel message) {
        return switch (porting) {
            case Rejected p -> p;
            case Cancelled p -> p;
            case Withdrawn p -> p;
            case Received p -> p.cancel(message.ground());
            case Announced p -> p.cancel(message.ground());
            case Accepted p -> p.cancel(message.ground());
            case Scheduled p -> p.cancel(message.ground());
            case Released p -> p.cancel(message.ground());
            case Reversed p -> p.cancel(message.ground());
        };
    }

    private Step<PortOut> executed(PortOut porting, Whereabouts numbers, Instant now) {
        return switch (porting) {
            case Scheduled p -> {
                var released = p.release(now);
                yield moved(p, numbers.allOurs() ? released : p.withdraw(CancelGround.NUMBER_GONE));
            }
            case Released p -> new Step<>(p, said(p));
            case Reversed p -> new Step<>(p, said(p));
            case Rejected p -> new Step<>(p, said(p));
            case Withdrawn p -> new Step<>(p, said(p));
            case Received p -> moved(p, p.release(now));
            case Announced p -> moved(p, p.release(now));
            case Accepted p -> moved(p, p.release(now));
            case Cancelled p -> moved(p, p.release(now));
        };
    }

    private Step<PortOut> reversed(PortOut porting, Whereabouts numbers, Instant now) {
        if (porting instanceof Reversed p) {
            return new Step<>(p, said(p));
        }
        if (!(porting instanceof Released p)) {
            return moved(porting, porting.takeBack(now));
        }
        if (p.refused().isPresent()) {
            return new Step<>(p, List.of(MessageType.PORT_ERROR));
        }
        if (now.isAfter(terms.end(terms.reversal(), p.releasedAt()))) {
            return new Step<>(p.refuseReversal(Fault.TOO_LATE), List.of(MessageType.PORT_ERROR));
        }
        return numbers.allWithRecipientSince(p.releasedAt())
                ? moved(p, p.takeBack(now))
                : new Step<>(p.refuseReversal(Fault.MOVED_ON), List.of(MessageType.PORT_ERROR));
    }

    /** The message that says this state. */
    private static List<MessageType> said(PortOut porting) {
        return switch (porting) {
            case Received p -> List.of(MessageType.PORT_ACKNOWLEDGE);
            case Announced p -> List.of();
            case Accepted p -> List.of(MessageType.PORT_ACCEPT);
            case Scheduled p ->
                    p.notBefore().isPresent() ? List.of(MessageType.PORT_RESCHEDULE) : List.of();
            case Released p -> List.of(MessageType.PORT_EXECUTED);
            case Reversed p -> List.of(MessageType.PORT_REVERSED);
            case Rejected p -> List.of(MessageType.PORT_REJECT);
            case Withdrawn p -> List.of(MessageType.PORT_WITHDRAW);
            case Cancelled p -> List.of();
        };
    }

    private static boolean isOver(PortOut porting) {
        return switch (porting) {
            case Received p -> false;
            case Announced p -> false;
            case Accepted p -> false;
            case Scheduled p -> false;
            case Released p -> true;
            case Reversed p -> true;
            case Rejected p -> true;
            case Cancelled p -> true;
            case Withdrawn p -> true;
        };
    }
}
