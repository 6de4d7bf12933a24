package bg.telenor.portability.number;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.plan.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Who serves which number: the table that decides, whose every change goes out on topic {@code
 * numbers}. Every method takes part in the caller's transaction.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Numbers {

    private final EntityManager em;
    private final Outbox outbox;
    private final Operators operators;
    private final Plans plans;
    private final Clock clock;

    Numbers(EntityManager em, Outbox outbox, Operators operators, Plans plans, Clock clock) {
        this.em = em;
        this.outbox = outbox;
        this.operators = operators;
        this.plans = plans;
        this.clock = clock;
    }

    /** Whose range a number was of, and who served it, at all times. */
    public NumberHistory historyOf(Msisdn number) {
        var stretches =
                em.createQuery(
                                "from ServedNumberEntity where number = ?1 order by validFrom",
                                ServedNumberEntity.class)
                        .setParameter(1, number.e164())
                        .getResultStream()
                        .map(ServedNumberEntity::toDomain)
                        .toList();
        return new NumberHistory(plans.current().of(number), stretches);
    }

    public boolean isOurs(Msisdn number, Instant at) {
        return historyOf(number).servedBy(at).filter(operators.self()::equals).isPresent();
    }

    /** Until the transaction ends nobody else changes who serves them, or promises them. */
    public void lock(List<Msisdn> numbers) {
        inOrder(numbers).forEach(this::lock);
    }

    /** Whether all of them came to an operator at this moment, and are there. */
    public boolean areServedSince(List<Msisdn> numbers, OperatorCode operator, Instant from) {
        lock(numbers);
        return numbers.stream()
                .map(this::historyOf)
                .allMatch(
                        history ->
                                !history.stretches().isEmpty()
                                        && history.stretches().getLast().operator().equals(operator)
                                        && history.stretches().getLast().from().equals(from));
    }

    /** From a moment on, an operator serves these numbers. */
    public void serve(List<Msisdn> numbers, Served stretch) {
        var kept = new Served(stretch.operator(), stretch.route(), micros(stretch.from()));
        inOrder(numbers).forEach(number -> serve(number, kept));
    }

    /**
     * Whether a broadcast may be believed: only its own sender gains by it, and it takes no number
     * from us, since ours leave only by a porting in which we are the donor.
     */
    boolean believable(OperatorCode sender, List<Msisdn> numbers, Served stretch) {
        lock(numbers);
        return stretch.operator().equals(sender)
                && numbers.stream().noneMatch(number -> isOurs(number, stretch.from()));
    }

    private void serve(Msisdn number, Served stretch) {
        lock(number);
        var before = historyOf(number);
        var after = before.with(stretch);
        if (after.equals(before)) {
            return;
        }
        em.merge(ServedNumberEntity.of(number, stretch));
        after.blockOperator(clock.instant())
                .ifPresent(block -> outbox.publish(published(number, block, after)));
    }

    private static NumberServed published(
            Msisdn number, OperatorCode block, NumberHistory history) {
        return new NumberServed(
                number, block, history.stretches().stream().map(Numbers::published).toList());
    }

    private static NumberEvent.Served published(Served stretch) {
        return new NumberEvent.Served(
                stretch.operator(), new RoutingNumber(stretch.route().value()), stretch.from());
    }

    /** The same order for all who lock several, so that none waits for another for ever. */
    private static List<Msisdn> inOrder(List<Msisdn> numbers) {
        return numbers.stream().sorted(Comparator.comparing(Msisdn::e164)).toList();
    }

    /** Two changes of one number wait for each other, or the later event could lack the other. */
    private void lock(Msisdn number) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 1))")
                .setParameter(1, number.e164())
                .getSingleResult();
    }

    /** What PostgreSQL keeps of an instant, so that what is told twice is seen to be the same. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
