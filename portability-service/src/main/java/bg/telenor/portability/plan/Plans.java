package bg.telenor.portability.plan;

import bg.telenor.events.numbers.NumberEvent.NumberingPlanImported;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.portability.domain.NumberingPlan;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The numbering plan in force: what was imported last, or what is configured before anything was.
 * In memory of every replica, which each read it again when topic {@code numbers} says so; a plan
 * is seen whole or not at all.
 */
@Singleton
public class Plans {

    /** A plan as it was taken in. */
    record Imported(UUID id, Instant at, NumberingPlan plan) {}

    private final PlanRows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final NumberingPlan configured;
    private volatile NumberingPlan current;
    private volatile boolean behind = true;

    Plans(PlanRows rows, Outbox outbox, RangesConfig config, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
        this.configured = config.plan();
        this.current = configured;
    }

    /** The plan as this replica knows it. */
    public NumberingPlan current() {
        return current;
    }

    /** Another one was imported: what is known here is behind until {@link #catchUp}. */
    public void changed() {
        behind = true;
    }

    /**
     * Reads the plan if it is behind.
     *
     * @return false while the database does not answer
     */
    public boolean catchUp() {
        if (!behind) {
            return true;
        }
        behind = false;
        try {
            current = rows.read().map(Imported::plan).orElse(configured);
        } catch (IllegalStateException e) {
            behind = true;
            Log.warn("the numbering plan cannot be read now; trying again");
        }
        return !behind;
    }

    /** Puts a plan in the place of the one in force, and tells every replica. */
    @Transactional
    Imported replace(NumberingPlan plan) {
        var imported =
                new Imported(
                        UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS), plan);
        rows.replace(imported.id(), imported.at(), plan);
        outbox.publish(new NumberingPlanImported(imported.id(), imported.at()));
        return imported;
    }
}
