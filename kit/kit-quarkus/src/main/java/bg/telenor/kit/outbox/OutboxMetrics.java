package bg.telenor.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much waits in the outbox and for how long: what to alarm on when the broker is down. */
@ApplicationScoped
class OutboxMetrics {

    /** Counting is not free when much waits. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Clock clock;
    private volatile RelaySession.Waiting waiting = new RelaySession.Waiting(0, null);
    private Instant sampledAt = Instant.MIN;

    OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        registry.gauge("outbox.waiting", this, metrics -> metrics.waiting.rows());
        registry.gauge("outbox.oldest.age.seconds", this, OutboxMetrics::ageInSeconds);
    }

    /** Looks again when the last look is old. Called by the relay's thread only. */
    void sample(RelaySession session) throws SQLException {
        var now = clock.instant();
        if (sampledAt.plus(EVERY).isBefore(now)) {
            waiting = session.waiting();
            sampledAt = now;
        }
    }

    private double ageInSeconds() {
        var oldest = waiting.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1e3;
    }
}
