package bg.telenor.portability.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** When a number may move: at {@code from} or later, before {@code until}. */
public record Window(Instant from, Instant until) {

    public Window {
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("window ends before it begins");
        }
    }

    public boolean isOver(Instant at) {
        return !at.isBefore(until);
    }
}
