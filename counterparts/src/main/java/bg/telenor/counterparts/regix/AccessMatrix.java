package bg.telenor.counterparts.regix;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may ask what, and which elements of the answer they get: by client certificate and operation.
 * Whoever is not listed may ask everything and gets all of it.
 */
final class AccessMatrix {

    /**
     * What one certificate has of one operation.
     *
     * @param withheld the names of elements that do not arrive, with all that is inside them
     */
    record Access(boolean granted, Set<String> withheld) {

        private static final Access ALL = new Access(true, Set.of());

        Access {
            withheld = Set.copyOf(withheld);
        }
    }

    private record Cell(String certificate, Operation operation) {}

    private final Map<Cell, Access> cells = new ConcurrentHashMap<>();

    void set(String certificate, Operation operation, Access access) {
        cells.put(new Cell(certificate, operation), access);
    }

    void clear() {
        cells.clear();
    }

    Access of(String certificate, Operation operation) {
        return cells.getOrDefault(new Cell(certificate, operation), Access.ALL);
    }
}
