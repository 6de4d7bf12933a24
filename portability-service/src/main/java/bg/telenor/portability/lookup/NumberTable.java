package bg.telenor.portability.lookup;

import bg.telenor.portability.lookup.Serving.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;

/**
 * Who serves each ported number now, and who did before: ten million numbers in less than 200 MB.
 *
 * <p>A number is 14 bytes in three arrays, found by hashing and going on to the next free place
 * (linear probing); what was before its latest stretch lies beside, since few numbers move twice.
 * One thread writes. Any number of threads read, and do not wait unless the very moment of a write
 * was met.
 */
final class NumberTable {

    /** So full may it be, and by so much does it grow: both keep ten million below 200 MB. */
    private static final double FULL = 0.85;

    private static final double GROWTH = 1.15;

    private static final int FREE = 0;
    private static final int FIRST_CAPACITY = 1024;
    private static final int MOST_PARTIES = 1 << 15;

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
                    larger.write(larger.find(numbers[i]), numbers[i], since[i], parties[i]);
                }
            }
            return larger;
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
    private final Map<Integer, List<Serving>> earlier = new ConcurrentHashMap<>();
    private volatile Slots slots = new Slots(FIRST_CAPACITY);
    private volatile Party[] parties = new Party[0];
    private int size;

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
     * Takes in what is known of a number, in place of what was.
     *
     * @param history at least one stretch, oldest first
     */
    void put(int number, List<Serving> history) {
        var latest = history.getLast();
        short party = code(latest.party());
        makeRoom();
        long stamp = lock.writeLock();
        try {
            var current = slots;
            int at = current.find(number);
            if (current.numbers()[at] == FREE) {
                size++;
            }
            current.write(at, number, latest.sinceMicros(), party);
            if (history.size() > 1) {
                earlier.put(number, List.copyOf(history.subList(0, history.size() - 1)));
            } else {
                earlier.remove(number);
            }
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
                earlier.remove(number);
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
        if (since <= micros) {
            return new Serving(parties[current.parties()[at]], since);
        }
        return before(earlier.get(number), micros);
    }

    private static Serving before(List<Serving> stretches, long micros) {
        if (stretches != null) {
            for (int i = stretches.size() - 1; i >= 0; i--) {
                if (stretches.get(i).sinceMicros() <= micros) {
                    return stretches.get(i);
                }
            }
        }
        return null;
    }

    /** Copies beside the readers: only the swap is noticed. */
    private void makeRoom() {
        if (size + 1 > slots.capacity() * FULL) {
            var larger = slots.grown();
            long stamp = lock.writeLock();
            try {
                slots = larger;
            } finally {
                lock.unlockWrite(stamp);
            }
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
