package bg.telenor.counterparts.regix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Something of the newest requests; not of all, since load is thousands of them. */
final class CallLog<T> {

    private static final int MOST = 10_000;

    private final Deque<T> entries = new ArrayDeque<>();

    synchronized void add(T entry) {
        entries.addLast(entry);
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    synchronized List<T> newest() {
        return List.copyOf(entries);
    }
}
