package bg.telenor.kit.projection;

import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What this service has heard of who has which number. Takes part in the caller's transaction.
 */
@ApplicationScoped
public class Holdings {

    /**
     * @param until exclusive; null while it lasts
     */
    public record Holding(
            UUID id,
            SubjectRef number,
            SubjectRef person,
            Capacity capacity,
            Instant from,
            Instant until) {}

    /** Remembers what consent-service said. */
    public void heard(HoldingEvent event) {
        throw new UnsupportedOperationException();
    }

    /** The holdings of a number that last at a moment. */
    public List<Holding> ofNumber(SubjectRef number, Instant at) {
        throw new UnsupportedOperationException();
    }
}
