package bg.telenor.portability.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Two operators and what is between them, in simulated time: messages and their answers are lost,
 * come twice, late and in another order, and an operator may be down. Each end sends as the service
 * does: one message after the other, again until it is taken, and given up in the end; what was
 * taken is known when it comes again; what a message says is made when it goes.
 */
final class BadNetwork {

    static final Duration GIVE_UP = Duration.ofHours(2);

    private static final Duration ANSWER_IN = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** One operator, as its end of the network knows it. */
    interface Operator {

        /** What is in a message when it goes; empty when there is nothing left to say. */
        Optional<PortMessage> content(MessageType type);

        /** What is to be told because of a message; an {@link IllegalMove} leaves no trace. */
        List<MessageType> hear(PortMessage message, Instant now);

        /** When time moves it next. */
        Optional<Instant> due();

        /** What is to be told because time has come. */
        List<MessageType> whenDue(Instant now);
    }

    private record Event(Instant at, long number, Runnable what) {}

    private record Queued(UUID id, MessageType type, Instant since) {}

    private final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private Instant now;
    private long made;
    private boolean bad = true;

    BadNetwork(Random random, Instant start) {
        this.random = random;
        this.now = start;
    }

    Instant now() {
        return now;
    }

    /** From now on nothing is lost or late. */
    void heal() {
        bad = false;
    }

    void at(Instant moment, Runnable what) {
        events.add(new Event(moment, made++, what));
    }

    void runUntil(Instant end) {
        while (!events.isEmpty() && !events.peek().at().isAfter(end)) {
            var event = events.poll();
            now = event.at();
            event.what().run();
        }
        now = end;
    }

    /** Brings something over, or loses it, or brings it twice. */
    private void carry(Runnable delivery) {
        if (!bad) {
            at(now.plusMillis(random.nextInt(500)), delivery);
            return;
        }
        int copies = random.nextInt(100) < 25 ? 0 : random.nextInt(100) < 20 ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            var most = random.nextInt(100) < 10 ? 3_600_000 : 12_000;
            at(now.plusMillis(random.nextInt(most)), delivery);
        }
    }

    /** The end of the network at one operator. */
    final class End {

        private final Operator operator;
        private final Deque<Queued> queue = new ArrayDeque<>();
        private final Set<UUID> taken = new HashSet<>();
        private End other;
        private boolean down;
        private int attempt;
        private int failures;
        private boolean waiting;
        private Instant nextTry = Instant.MIN;

        End(Operator operator) {
            this.operator = operator;
        }

        void connect(End to) {
            other = to;
            to.other = this;
            at(now, this::tick);
            at(now.plusMillis(1), to::tick);
        }

        void tell(List<MessageType> types) {
            types.forEach(
                    type -> {
                        var isRepeated =
                                type == MessageType.PORT_QUERY
                                        && !queue.isEmpty()
                                        && queue.getLast().type() == type;
                        if (!isRepeated) {
                            queue.add(new Queued(new UUID(1, random.nextLong()), type, now));
                        }
                    });
        }

        boolean isDown() {
            return down;
        }

        boolean hasNothingToTell() {
            return queue.isEmpty();
        }

        /** All that was not written down is gone: what was on its way counts as never answered. */
        void restartAfter(Duration pause) {
            down = true;
            waiting = false;
            attempt++;
            at(now.plus(pause), () -> down = false);
        }

        private void tick() {
            at(now.plus(TICK), this::tick);
            if (down) {
                return;
            }
            operator.due()
                    .filter(due -> !due.isAfter(now))
                    .ifPresent(due -> tell(operator.whenDue(now)));
            if (!waiting && !queue.isEmpty() && !now.isBefore(nextTry)) {
                send(queue.getFirst());
            }
        }

        private void send(Queued message) {
            if (now.isAfter(message.since().plus(GIVE_UP))) {
                remove(message);
                return;
            }
            var content = operator.content(message.type());
            if (content.isEmpty()) {
                remove(message);
                return;
            }
            waiting = true;
            int mine = ++attempt;
            carry(
                    () ->
                            other.receive(
                                    message.id(),
                                    content.get(),
                                    ok -> answered(mine, message, ok)));
            at(now.plus(ANSWER_IN), () -> answered(mine, message, false));
        }

        private void receive(UUID id, PortMessage message, Consumer<Boolean> answer) {
            if (down) {
                return;
            }
            boolean ok = answerOf(id, message);
            carry(() -> answer.accept(ok));
        }

        private boolean answerOf(UUID id, PortMessage message) {
            if (taken.contains(id)) {
                return true;
            }
            try {
                tell(operator.hear(message, now));
                taken.add(id);
                return true;
            } catch (IllegalMove e) {
                return false;
            }
        }

        private void answered(int of, Queued message, boolean ok) {
            if (ok) {
                // However late: the other side has it.
                remove(message);
            } else if (waiting && of == attempt) {
                waiting = false;
                failures++;
                var pause = Duration.ofSeconds(1L << Math.min(failures, 12));
                nextTry = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            }
        }

        private void remove(Queued message) {
            if (!queue.isEmpty() && queue.getFirst().id().equals(message.id())) {
                queue.removeFirst();
                waiting = false;
                failures = 0;
                nextTry = Instant.MIN;
            }
        }
    }
}
