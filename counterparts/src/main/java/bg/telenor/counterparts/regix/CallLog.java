package bg.telenor.counterparts.regix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The call contexts of the newest requests; not of all, since load is thousands of them. */
final class CallLog {

    private static final int MOST = 10_000;

    private final Deque<Map<String, String>> contexts = new ArrayDeque<>();

    synchronized void add(Map<String, String> context) {
        contexts.addLast(context);
        if (contexts.size() > MOST) {
            contexts.removeFirst();
        }
    }

    synchronized List<Map<String, String>> newest() {
        return List.copyOf(contexts);
    }
}
