package bg.telenor.consent.holdings;

import bg.telenor.consent.domain.Holding;
import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which references something about a person can be kept: their own, and those of the numbers
 * that they subscribed to, for as long as they did.
 */
@ApplicationScoped
public class References {

    /**
     * One of them.
     *
     * @param number from 1
     * @param until exclusive; null when open
     */
    public record Part(int number, SubjectRef reference, Instant from, Instant until) {}

    private final HoldingRegister holdings;

    References(HoldingRegister holdings) {
        this.holdings = holdings;
    }

    public List<Part> of(SubjectRef person) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(1, person, Instant.EPOCH, null));
        for (Holding holding : holdings.ofPerson(person)) {
            if (holding.capacity() == Capacity.SUBSCRIBER) {
                parts.add(
                        new Part(
                                parts.size() + 1,
                                holding.number(),
                                holding.from(),
                                holding.until()));
            }
        }
        return parts;
    }
}
