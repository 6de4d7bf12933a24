package bg.telenor.debtcheck.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;

/** What a person owes us, as far as another operator may learn of it: that it is there. */
public record Obligation(State state, LocalDate dueOn) {

    /** Where an obligation stands. */
    public enum State {
        DUE,
        SETTLED,
        DISPUTED
    }

    public Obligation {
        requireNonNull(state, "state is null");
        requireNonNull(dueOn, "dueOn is null");
    }

    /**
     * Whether another operator may be told that a debt exists: unpaid past its date, undisputed,
     * and not older than limitation.
     */
    public boolean counts(LocalDate today, Period limitation) {
        return state == State.DUE
                && dueOn.isBefore(today)
                && !dueOn.plus(limitation).isBefore(today);
    }
}
