package bg.telenor.kit.records;

import bg.telenor.events.rights.RightsEvent;
import java.time.Instant;

/**
 * Which intakes a command about a reference means: from a moment to another, exclusive, and none
 * after the command itself, since what came later was not asked about.
 */
record Window(Instant from, Instant until) {

    static Window of(RightsEvent command, Instant latest) {
        var until = command.until();
        return new Window(from(command), until == null || until.isAfter(latest) ? latest : until);
    }

    static Instant from(RightsEvent command) {
        return command.from() == null ? Instant.EPOCH : command.from();
    }
}
