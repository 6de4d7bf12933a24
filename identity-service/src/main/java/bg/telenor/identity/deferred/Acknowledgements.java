package bg.telenor.identity.deferred;

import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.regix.RegixCalls;
import bg.telenor.identity.regix.RegixConfig;
import bg.telenor.kit.work.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the register that its answer was received, once that is committed: at least once, and a few
 * times at most. A register that never hears it keeps the answer for longer, and no more.
 */
@ApplicationScoped
public class Acknowledgements {

    private record Owed(UUID id, RegisterCall call, int attempt) {}

    private enum Outcome {
        ACKNOWLEDGED,
        FAILED,
        GIVEN_UP
    }

    private final EntityManager em;
    private final DueWork dueWork;
    private final RegixCalls calls;
    private final RegixConfig regix;
    private final AcknowledgementConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    Acknowledgements(
            EntityManager em,
            DueWork dueWork,
            RegixCalls calls,
            RegixConfig regix,
            AcknowledgementConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.em = em;
        this.dueWork = dueWork;
        this.calls = calls;
        this.regix = regix;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Remembers, together with a call's answer, to acknowledge it. */
    @Transactional(TxType.MANDATORY)
    public void owe(UUID reference, RegisterCall call) {
        em.createNativeQuery(
                        """
                        insert into owed_acknowledgement
                            (id, call_id, verification_code, attempts, due_at)
                        values (?1, ?2, ?3, 0, ?4)
                        """)
                .setParameter(1, reference)
                .setParameter(2, call.id())
                .setParameter(3, call.verificationCode())
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDue() {
        dueWork.each("owed_acknowledgement", lease(), id -> begin(id).ifPresent(this::send));
    }

    private void send(Owed owed) {
        var outcome =
                calls.acknowledge(owed.call())
                        ? Outcome.ACKNOWLEDGED
                        : owed.attempt() < config.attempts() ? Outcome.FAILED : Outcome.GIVEN_UP;
        metrics.counter("regix.acknowledgements", "outcome", outcome.name()).increment();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            switch (outcome) {
                                case ACKNOWLEDGED -> forget(owed.id());
                                case FAILED -> postpone(owed);
                                case GIVEN_UP -> {
                                    Log.warnf("call %s stays unacknowledged", owed.call().id());
                                    forget(owed.id());
                                }
                            }
                        });
    }

    /** Counted before it is sent, so that one that dies with its process is bounded too. */
    private Optional<Owed> begin(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            List<?> rows =
                                    em.createNativeQuery(
                                                    """
                                                    update owed_acknowledgement
                                                       set attempts = attempts + 1
                                                     where id = ?1
                                                    returning call_id, verification_code, attempts
                                                    """)
                                            .setParameter(1, id)
                                            .getResultList();
                            return rows.stream().findFirst().map(row -> owed(id, (Object[]) row));
                        });
    }

    private static Owed owed(UUID id, Object[] row) {
        var call = new RegisterCall((String) row[0], (String) row[1]);
        return new Owed(id, call, ((Number) row[2]).intValue());
    }

    private void postpone(Owed owed) {
        em.createNativeQuery(
                        "update owed_acknowledgement set due_at = ?1, lease_until = null"
                                + " where id = ?2 and attempts = ?3")
                .setParameter(1, config.backOff().after(owed.attempt(), clock.instant()))
                .setParameter(2, owed.id())
                .setParameter(3, owed.attempt())
                .executeUpdate();
    }

    private void forget(UUID id) {
        em.createNativeQuery("delete from owed_acknowledgement where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    private Duration lease() {
        return regix.deadline().plus(regix.connectTimeout()).plusSeconds(20);
    }
}
