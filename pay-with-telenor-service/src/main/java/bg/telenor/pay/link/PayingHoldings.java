package bg.telenor.pay.link;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which holding of a number its purchases belong to: the registered user's where there is one,
 * since a subscriber does not read a user's data, else the subscriber's.
 */
@ApplicationScoped
public class PayingHoldings {

    private final Holdings holdings;

    PayingHoldings(Holdings holdings) {
        this.holdings = holdings;
    }

    /** Takes part in the caller's transaction. */
    public Optional<Holding> of(SubjectRef number, Instant at) {
        return holdings.ofNumber(number, at).stream()
                .filter(
                        holding ->
                                holding.capacity() == Capacity.USER
                                        || holding.capacity() == Capacity.SUBSCRIBER)
                .max(
                        Comparator.<Holding, Boolean>comparing(
                                        holding -> holding.capacity() == Capacity.USER)
                                .thenComparing(Holding::from)
                                .thenComparing(Holding::id));
    }
}
