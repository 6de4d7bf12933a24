package bg.telenor.portability.domain;

import java.util.Locale;

/** A move that the state of a porting does not allow. */
public final class IllegalMove extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalMove(Record from, String move) {
        super(
                "cannot "
                        + move
                        + " a porting that is "
                        + from.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
}
