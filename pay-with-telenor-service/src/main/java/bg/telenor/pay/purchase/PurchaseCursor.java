package bg.telenor.pay.purchase;

import bg.telenor.kit.problem.ProblemException;
import bg.telenor.pay.PayError;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A position in a person's purchases, newest first: the last purchase of a page. */
record PurchaseCursor(Instant at, UUID id) {

    // Every purchase lies between them; the database cannot hold all moments that Java can say.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    static final PurchaseCursor START = new PurchaseCursor(LAST, new UUID(-1L, -1L));

    PurchaseCursor {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("moment is out of range");
        }
    }

    static Instant atLeast(Instant from) {
        return from == null || from.isBefore(FIRST) ? FIRST : from;
    }

    static Instant atMost(Instant to) {
        return to == null || to.isAfter(LAST) ? LAST : to;
    }

    static PurchaseCursor read(String written) {
        if (written == null) {
            return START;
        }
        try {
            var text =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
            int bar = text.indexOf('|');
            return new PurchaseCursor(
                    Instant.parse(text.substring(0, Math.max(bar, 0))),
                    UUID.fromString(text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(PayError.CURSOR_NOT_VALID);
        }
    }

    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
