package bg.telenor.portability.lookup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Text of ASCII that grows. */
final class Bytes {

    private static final long MICROS = 1_000_000;
    private static final long SECONDS_A_DAY = 86_400;
    private static final String TIME_BEGINS = "T";

    private byte[] text;
    private int length;

    /** The day that was written last: answers have many moments of few days. */
    private long day = Long.MIN_VALUE;

    private byte[] dayText = {};

    /** What was written last of what many have in common. */
    private Object lastOf;

    private byte[] lastText;

    Bytes(int capacity) {
        this.text = new byte[capacity];
    }

    void makeRoom(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, text.length * 2 + more);
        }
    }

    void add(byte one) {
        makeRoom(1);
        text[length++] = one;
    }

    void add(byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, text, length, more.length);
        length += more.length;
    }

    void add(String ascii) {
        int more = ascii.length();
        makeRoom(more);
        for (int i = 0; i < more; i++) {
            text[length + i] = (byte) ascii.charAt(i);
        }
        length += more;
    }

    /** A moment as {@link Instant} writes itself. */
    void addMicros(long sinceEpoch) {
        long seconds = Math.floorDiv(sinceEpoch, MICROS);
        int fraction = (int) Math.floorMod(sinceEpoch, MICROS);
        addDay(Math.floorDiv(seconds, SECONDS_A_DAY));
        int ofDay = (int) Math.floorMod(seconds, SECONDS_A_DAY);
        addDigits(ofDay / 3600, 2);
        add((byte) ':');
        addDigits(ofDay / 60 % 60, 2);
        add((byte) ':');
        addDigits(ofDay % 60, 2);
        if (fraction != 0) {
            add((byte) '.');
            if (fraction % 1000 == 0) {
                addDigits(fraction / 1000, 3);
            } else {
                addDigits(fraction, 6);
            }
        }
        add((byte) 'Z');
    }

    private void addDay(long wanted) {
        if (wanted != day) {
            var midnight = Instant.EPOCH.plus(wanted, ChronoUnit.DAYS).toString();
            dayText =
                    midnight.substring(0, midnight.indexOf(TIME_BEGINS) + 1)
                            .getBytes(StandardCharsets.US_ASCII);
            day = wanted;
        }
        add(dayText);
    }

    private void addDigits(int number, int digits) {
        makeRoom(digits);
        int left = number;
        for (int i = digits - 1; i >= 0; i--) {
            text[length + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
    }

    void remember(Object what, byte[] itsText) {
        lastOf = what;
        lastText = itsText;
    }

    Object lastOf() {
        return lastOf;
    }

    byte[] lastText() {
        return lastText;
    }

    byte[] toArray() {
        return Arrays.copyOf(text, length);
    }

    /** Writes what there is, and begins anew. */
    void drainTo(OutputStream out) throws IOException {
        out.write(text, 0, length);
        length = 0;
    }

    int length() {
        return length;
    }
}
