package bg.telenor.portability.domain;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.ToDonor.PortCancel;
import bg.telenor.portability.domain.ToDonor.PortExecute;
import bg.telenor.portability.domain.ToDonor.PortQuery;
import bg.telenor.portability.domain.ToDonor.PortReverse;
import bg.telenor.portability.domain.ToDonor.PortSchedule;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * One porting as both its sides see it: what the service's tables hold, in variables. The rules are
 * the service's own.
 */
final class TwoOperators {

    static final OperatorCode DONOR = new OperatorCode("A1");
    static final OperatorCode RECIPIENT = new OperatorCode("TELENOR");
    static final Route ROUTE = new Route("C284");

    private static final PortingTerms TERMS = Terms.of(Terms.HOUR, Duration.ofMinutes(10));

    private static NumberHistory atHome() {
        return new NumberHistory(
                List.of(new NumberRange("8", NumberKind.MOBILE, DONOR, Instant.EPOCH, null)),
                List.of());
    }

    /** Who brings the number to itself. */
    static final class Recipient implements BadNetwork.Operator {

        private static final RecipientRules RULES =
                new RecipientRules(
                        TERMS,
                        earliest -> new Window(earliest, earliest.plus(Terms.HOUR)),
                        Duration.ofMinutes(10));

        PortIn porting;
        NumberHistory history = atHome();
        private Window window;
        private CancelGround ground;
        private ReversalGround reversal;

        Recipient(Instant start) {
            var like = PortInStates.REQUEST;
            var request =
                    new PortInRequest(
                            like.id(),
                            like.client(),
                            like.caseId(),
                            like.person(),
                            like.numbers(),
                            DONOR,
                            like.contract(),
                            start);
            porting = new PortIn.WaitingForIdentity(request, start.plus(Terms.HOUR));
        }

        List<MessageType> wish(Function<PortIn, Step<PortIn>> wish) {
            try {
                return apply(wish.apply(porting));
            } catch (IllegalMove e) {
                return List.of();
            }
        }

        List<MessageType> ask(Instant now) {
            return wish(p -> RULES.moved(p, p.ask(now.plus(Terms.HOUR))));
        }

        List<MessageType> cancel() {
            return wish(p -> RULES.moved(p, p.cancel(CancelGround.CUSTOMER_WISH)));
        }

        List<MessageType> reverse(Instant now) {
            return isHere()
                    ? wish(p -> RULES.reverse(p, ReversalGround.ACTIVATION_FAILED, now))
                    : List.of();
        }

        /** Whether the number is where this porting brought it, and goes nowhere. */
        boolean isHere() {
            return porting instanceof PortIn.Completed p
                    && history.stretches()
                            .getLast()
                            .equals(new Served(RECIPIENT, ROUTE, p.completedAt()));
        }

        @Override
        public List<MessageType> hear(PortMessage message, Instant now) {
            var before = porting;
            var told = apply(RULES.heard(porting, (ToRecipient) message, now));
            if (porting instanceof PortIn.Completed p && before instanceof PortIn.Executing) {
                history = history.with(new Served(RECIPIENT, ROUTE, p.completedAt()));
            }
            if (porting instanceof PortIn.Reversed p && before instanceof PortIn.Reversing) {
                history = history.with(new Served(DONOR, ROUTE, p.reversedAt()));
            }
            return told;
        }

        @Override
        public Optional<Instant> due() {
            return porting.due();
        }

        @Override
        public List<MessageType> whenDue(Instant now) {
            return apply(RULES.due(porting, now));
        }

        private List<MessageType> apply(Step<PortIn> step) {
            porting = step.porting();
            switch (porting) {
                case PortIn.Scheduled p -> window = p.window();
                case PortIn.Cancelled p -> ground = p.ground();
                case PortIn.Expired p -> ground = CancelGround.EXPIRED;
                case PortIn.Reversing p -> reversal = p.ground();
                default -> {}
            }
            return step.told();
        }

        @Override
        public Optional<PortMessage> content(MessageType type) {
            return Optional.of(
                    switch (type) {
                        case PORT_REQUEST -> DonorRulesTest.request();
                        case PORT_SCHEDULE -> new PortSchedule(window.from(), window.until());
                        case PORT_CANCEL -> new PortCancel(ground);
                        case PORT_EXECUTE -> new PortExecute(ROUTE);
                        case PORT_REVERSE -> new PortReverse(reversal);
                        case PORT_QUERY -> new PortQuery();
                        default -> throw new IllegalStateException("not a recipient's: " + type);
                    });
        }
    }

    /** Who serves the number until then. */
    static final class Donor implements BadNetwork.Operator {

        private static final DonorRules RULES = new DonorRules(TERMS);

        private final Random random;
        Optional<PortOut> porting = Optional.empty();
        NumberHistory history = atHome();
        private Instant since;
        private Instant releasedAt;

        Donor(Random random) {
            this.random = random;
        }

        List<MessageType> withdraw() {
            return wish(p -> RULES.moved(p, p.withdraw(CancelGround.FRAUD)));
        }

        List<MessageType> postpone(Instant notBefore) {
            return wish(p -> RULES.moved(p, p.postpone(notBefore)));
        }

        private List<MessageType> wish(Function<PortOut, Step<PortOut>> wish) {
            try {
                return porting.isPresent() ? apply(wish.apply(porting.get()), since) : List.of();
            } catch (IllegalMove e) {
                return List.of();
            }
        }

        @Override
        public List<MessageType> hear(PortMessage message, Instant now) {
            if (message instanceof ToDonor.PortRequest && porting.isEmpty()) {
                var request = PortOutStates.REQUEST;
                return apply(
                        RULES.received(
                                new PortOut.Received(
                                        new PortOut.Request(
                                                request.id(),
                                                RECIPIENT,
                                                request.portingId(),
                                                request.person(),
                                                request.numbers(),
                                                now))),
                        now);
            }
            // As UNKNOWN_PORTING: nothing of it, and it comes again.
            var before =
                    porting.orElseThrow(() -> new IllegalMove(PortOutStates.REQUEST, "hear of"));
            var told = apply(RULES.heard(before, (ToDonor) message, whereabouts(now), now), now);
            if (porting.get() instanceof PortOut.Released p
                    && before instanceof PortOut.Scheduled) {
                history = history.with(new Served(RECIPIENT, ROUTE, p.releasedAt()));
            }
            if (porting.get() instanceof PortOut.Reversed p && before instanceof PortOut.Released) {
                history = history.with(new Served(DONOR, ROUTE, p.reversedAt()));
            }
            return told;
        }

        private DonorRules.Whereabouts whereabouts(Instant now) {
            return new DonorRules.Whereabouts() {

                @Override
                public boolean allOurs() {
                    return history.servedBy(now).equals(Optional.of(DONOR));
                }

                @Override
                public boolean allWithRecipientSince(Instant moment) {
                    return history.stretches()
                            .getLast()
                            .equals(new Served(RECIPIENT, ROUTE, moment));
                }
            };
        }

        @Override
        public Optional<Instant> due() {
            return porting.flatMap(PortOut::due);
        }

        @Override
        public List<MessageType> whenDue(Instant now) {
            var p = porting.orElseThrow();
            if (p instanceof PortOut.Received || p instanceof PortOut.Announced) {
                var against =
                        random.nextInt(100) < 10
                                ? Set.of(RejectCode.ID_MISMATCH)
                                : Set.<RejectCode>of();
                var objectUntil = now.plusSeconds(random.nextInt(1, 3600));
                return apply(RULES.decided(p, against, objectUntil, now), now);
            }
            return apply(RULES.due(p), now);
        }

        private List<MessageType> apply(Step<? extends PortOut> step, Instant now) {
            porting = Optional.of(step.porting());
            since = now;
            if (step.porting() instanceof PortOut.Released p) {
                releasedAt = p.releasedAt();
            }
            return step.told();
        }

        @Override
        public Optional<PortMessage> content(MessageType type) {
            var p = porting.orElseThrow();
            return Optional.of(
                    switch (type) {
                        case PORT_ACKNOWLEDGE ->
                                new PortAcknowledge(RULES.answerBy(p.request().receivedAt()));
                        case PORT_ACCEPT -> new PortAccept();
                        case PORT_REJECT -> new PortReject(((PortOut.Rejected) p).codes());
                        case PORT_WITHDRAW -> new PortWithdraw(((PortOut.Withdrawn) p).ground());
                        case PORT_RESCHEDULE -> new PortReschedule(since.plus(Terms.HOUR));
                        case PORT_EXECUTED -> new PortExecuted(releasedAt);
                        case PORT_REVERSED ->
                                new PortReversed(((PortOut.Reversed) p).reversedAt(), ROUTE);
                        case PORT_STATE -> new PortState(standing(p), since);
                        case PORT_ERROR ->
                                new PortError(
                                        "PortReverse",
                                        ((PortOut.Released) p).refused().orElseThrow());
                        default -> throw new IllegalStateException("not a donor's: " + type);
                    });
        }

        private static PortState.Standing standing(PortOut porting) {
            return PortState.Standing.valueOf(
                    porting.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        }
    }
}
