package bg.telenor.portability.lookup;

import bg.telenor.portability.lookup.Serving.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;

/**
 * Who serves each ported number now, and who did before: ten million numbers in less than 200 MB.
 *
 * <p>A number is 14 bytes in three arrays, found by hashing and going on to the next free place
 * (linear probing); what was before its latest stretch lies in another such table, since few
 * numbers move twice. One thread writes. Any number of threads read, and do not wait unless the
 * very moment of a write was met.
 */
final class NumberTable {

    /** So full may it be, and by so much does it grow: both keep ten million below 200 MB. */
    private static final double FULL = 0.85;

    private static final double GROWTH = 1.1;

    private static final int FREE = 0;
    private static final int FIRST_CAPACITY = 1024;
    private static final int MOST_PARTIES = 1 << 15;

    /** Beside a party's code: the number has earlier stretches, else nobody need look for them. */
    private static final short HAS_EARLIER = Short.MIN_VALUE;

    /** Numbers, as their national digits; the moment of their latest stretch; and whose it is. */
    private record Slots(int[] numbers, long[] since, short[] parties) {

        Slots(int capacity) {
            this(new int[capacity], new long[capacity], new short[capacity]);
        }

        int capacity() {
            return numbers.length;
        }

        /** Where a number would be if nothing were in its way. */
        int home(int number) {
            long spread = (number * 0x9E3779B97F4A7C15L) >>> 32;
            return (int) ((spread * capacity()) >>> 32);
        }

        int next(int at) {
            return at + 1 == capacity() ? 0 : at + 1;
        }

        /** The place of a number, or the free one where it would go. */
        int find(int number) {
            int at = home(number);
            while (numbers[at] != number && numbers[at] != FREE) {
                at = next(at);
            }
            return at;
        }

        void write(int at, int number, long from, short party) {
            numbers[at] = number;
            since[at] = from;
            parties[at] = party;
        }

        Slots grown() {
            var larger = new Slots((int) Math.ceil(capacity() * GROWTH));
            for (int i = 0; i < capacity(); i++) {
                if (numbers[i] != FREE) {
                    larger.add(numbers[i], since[i], parties[i]);
                }
            }
            return larger;
        }

        /** Frees all places of a number. */
        int freeAll(int number) {
            int freed = 0;
            for (int at = find(number); numbers[at] != FREE; at = find(number)) {
                free(at);
                freed++;
            }
            return freed;
        }

        /** Takes one more place for a number, which may have some already. */
        void add(int number, long from, short party) {
            int at = home(number);
            while (numbers[at] != FREE) {
                at = next(at);
            }
            write(at, number, from, party);
        }

        /** The place of the latest of a number's stretches that began by then, or -1. */
        int latest(int number, long micros) {
            int latest = -1;
            for (int at = home(number); numbers[at] != FREE; at = next(at)) {
                if (numbers[at] == number
                        && since[at] <= micros
                        && (latest < 0 || since[at] > since[latest])) {
                    latest = at;
                }
            }
            return latest;
        }

        /** Frees a place, and moves up what was pushed on by what was there. */
        void free(int freed) {
            int hole = freed;
            for (int at = next(hole); numbers[at] != FREE; at = next(at)) {
                if (distance(home(numbers[at]), at) >= distance(hole, at)) {
                    write(hole, numbers[at], since[at], parties[at]);
                    hole = at;
                }
            }
            numbers[hole] = FREE;
        }

        private int distance(int from, int to) {
            return to >= from ? to - from : to - from + capacity();
        }
    }

    private final StampedLock lock = new StampedLock();
    private final Map<Party, Short> codes = new HashMap<>();
    private volatile Slots slots = new Slots(FIRST_CAPACITY);

    /** What was before the latest stretches: a number may have several places there. */
    private volatile Slots earlier = new Slots(FIRST_CAPACITY);

    private volatile Party[] parties = new Party[0];
    private int size;
    private int earlierSize;

    /**
     * Who a number was ported to at a moment.
     *
     * @param number its national digits
     * @return null when it was not ported by then
     */
    Serving at(int number, long micros) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            var found = read(number, micros);
            if (lock.validate(stamp)) {
                return found;
            }
        }
        stamp = lock.readLock();
        try {
            return read(number, micros);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * Reads where a number probably is. Memory is far, and fetches many at once for who does not
     * wait for each.
     */
    int touch(int number) {
        var current = slots;
        int at = current.home(number);
        return current.numbers()[at] ^ (int) current.since()[at] ^ current.parties()[at];
    }

    /**
     * Takes in what is known of a number, in place of what was.
     *
     * @param history at least one stretch, oldest first
     */
    void put(int number, List<Serving> history) {
        var latest = history.getLast();
        short party = code(latest.party());
        var before = new short[history.size() - 1];
        for (int i = 0; i < before.length; i++) {
            before[i] = code(history.get(i).party());
        }
        makeRoom(before.length);
        long stamp = lock.writeLock();
        try {
            var current = slots;
            int at = current.find(number);
            if (current.numbers()[at] == FREE) {
                size++;
            }
            earlierSize -= earlier.freeAll(number);
            boolean hasEarlier = false;
            for (int i = 0; i < before.length; i++) {
                long since = history.get(i).sinceMicros();
                // One that lasted no time would be in doubt with the one after it.
                if (since < history.get(i + 1).sinceMicros()) {
                    earlier.add(number, since, before[i]);
                    earlierSize++;
                    hasEarlier = true;
                }
            }
            current.write(
                    at,
                    number,
                    latest.sinceMicros(),
                    hasEarlier ? (short) (party | HAS_EARLIER) : party);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    void remove(int number) {
        long stamp = lock.writeLock();
        try {
            var current = slots;
            int at = current.find(number);
            if (current.numbers()[at] != FREE) {
                current.free(at);
                earlierSize -= earlier.freeAll(number);
                size--;
            }
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Of the numbers that are known; for the one that writes. */
    int size() {
        return size;
    }

    private Serving read(int number, long micros) {
        var current = slots;
        int at = current.find(number);
        if (current.numbers()[at] == FREE) {
            return null;
        }
        long since = current.since()[at];
        short party = current.parties()[at];
        if (since <= micros) {
            return new Serving(parties[party & ~HAS_EARLIER], since);
        }
        return (party & HAS_EARLIER) == 0 ? null : before(number, micros);
    }

    private Serving before(int number, long micros) {
        var past = earlier;
        int found = past.latest(number, micros);
        return found < 0 ? null : new Serving(parties[past.parties()[found]], past.since()[found]);
    }

    /** Copies beside the readers: only the swap is noticed. */
    private void makeRoom(int stretchesBefore) {
        if (size + 1 > slots.capacity() * FULL) {
            var larger = slots.grown();
            swap(() -> slots = larger);
        }
        while (earlierSize + stretchesBefore > earlier.capacity() * FULL) {
            var larger = earlier.grown();
            swap(() -> earlier = larger);
        }
    }

    private void swap(Runnable change) {
        long stamp = lock.writeLock();
        try {
            change.run();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private short code(Party party) {
        var known = codes.get(party);
        if (known != null) {
            return known;
        }
        if (codes.size() == MOST_PARTIES) {
            throw new IllegalStateException("more operators and routes than can be told apart");
        }
        short code = (short) codes.size();
        var more = new ArrayList<>(List.of(parties));
        more.add(party);
        parties = more.toArray(Party[]::new);
        codes.put(party, code);
        return code;
    }
}
