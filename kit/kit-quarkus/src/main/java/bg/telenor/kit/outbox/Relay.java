package bg.telenor.kit.outbox;

import bg.telenor.kit.work.KillPoint;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Brings the outbox to Kafka: one thread per process, one process at a time, chosen by a lock of
 * its database session. A batch is sent, awaited and only then deleted, with no transaction open,
 * so that a broker that is down costs the database nothing. Whatever breaks, all starts anew from
 * what the table still has: a successor begins at or before what its predecessor had last sent, so
 * the first occurrences of a key's events are in order however two of them overlap.
 */
@ApplicationScoped
class Relay {

    /** The first half of every advisory lock of the outbox; key 0 to 2047 are its writers'. */
    static final int LOCK_SPACE = 0x6f757462;

    static final int LEADER_LOCK = -1;

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final RelayDatabase database;
    private final RelaySignal signal;
    private final OutboxMetrics metrics;
    private final Map<String, Object> kafka;
    private Thread thread;

    Relay(
            RelayDatabase database,
            RelaySignal signal,
            OutboxMetrics metrics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.signal = signal;
        this.metrics = metrics;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var session = database.open()) {
                standBy(session);
                lead(session);
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                Log.warnf("the relay starts anew after %s", cause.getClass().getName());
                pause();
            }
        }
    }

    /** Until this process is the one that relays; what it commits meanwhile it tells the other. */
    private void standBy(RelaySession session) throws SQLException, InterruptedException {
        while (!session.tryLead()) {
            if (signal.await(IDLE)) {
                session.notifyLeader();
            }
            metrics.sample(session);
        }
    }

    private void lead(RelaySession session) throws SQLException, InterruptedException {
        try (var others = database.listen(signal);
                var sender = new RelaySender(kafka, () -> metrics.sample(session))) {
            Log.info("this process relays the outbox");
            while (others.isAlive()) {
                while (relayBatch(session, sender)) {
                    metrics.sample(session);
                }
                metrics.sample(session);
                signal.await(IDLE);
            }
        }
    }

    private static boolean relayBatch(RelaySession session, RelaySender sender)
            throws SQLException, InterruptedException {
        var batch = session.batch();
        if (batch.isEmpty()) {
            return false;
        }
        KillPoint.AFTER_COMMIT.reached();
        sender.send(batch.values());
        KillPoint.AFTER_RELAY.reached();
        session.delete(batch.keySet());
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
