package bg.telenor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Operators and routes as texts: they are few, and a client need not make one for every number. */
final class Codes {

    private static final int PLACES = 256;

    private record Known(byte[] bytes, String text) {}

    private final Known[] known = new Known[PLACES];

    /** The text of some bytes of ASCII. */
    String of(byte[] text, int from, int until) {
        int place = (text[from] * 31 + text[until - 1] * 7 + until - from) & (PLACES - 1);
        var there = known[place];
        if (there != null
                && Arrays.equals(there.bytes(), 0, there.bytes().length, text, from, until)) {
            return there.text();
        }
        var made =
                new Known(
                        Arrays.copyOfRange(text, from, until),
                        new String(text, from, until - from, StandardCharsets.ISO_8859_1));
        known[place] = made;
        return made.text();
    }
}
