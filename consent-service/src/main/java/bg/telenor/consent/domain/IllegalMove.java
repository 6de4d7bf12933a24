package bg.telenor.consent.domain;

import java.util.Locale;

/** A move that a state does not allow. */
public final class IllegalMove extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalMove(Object from, String move) {
        super(
                "cannot %s what is %s"
                        .formatted(move, from.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    }
}
