package bg.telenor.launcher.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The processes of one run. What is started while they are being stopped is stopped too. */
public final class Children {

    private final List<Child> children = new ArrayList<>();
    private boolean closing;

    /** Takes a child on, to be stopped with the others. */
    public synchronized Child own(Child child) {
        children.add(child);
        if (closing) {
            child.end();
        }
        return child;
    }

    /** The newest of this name: an older one has ended. */
    public synchronized Child newest(String name) {
        return children.reversed().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " was never started"));
    }

    /** Kills one as if its machine were gone. */
    public void kill(String name) {
        var child = newest(name);
        child.kill();
        child.awaitEnd();
    }

    /** Ends those whose name is wanted, at once, and waits for them all. */
    public void end(Predicate<String> wanted) {
        List<Child> chosen;
        synchronized (this) {
            closing = true;
            chosen = children.stream().filter(child -> wanted.test(child.name())).toList();
        }
        chosen.forEach(Child::end);
        chosen.forEach(Child::awaitEnd);
    }
}
