package bg.telenor.pay.domain;

import java.util.Locale;

/** A move that a state does not allow. */
public final class IllegalMove extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalMove(Record from, String aggregate, String move) {
        super(
                "cannot "
                        + move
                        + " a "
                        + aggregate
                        + " that is "
                        + from.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
}
