package bg.telenor.portability.domain;

import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A porting away from us in each of its states, for tests that go through all of them. */
final class PortOutStates {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Window WINDOW = new Window(NOON, NOON.plusSeconds(3600));
    static final PortOut.Request REQUEST =
            new PortOut.Request(
                    UUID.randomUUID(),
                    new OperatorCode("VIVACOM"),
                    UUID.randomUUID(),
                    References.PERSON,
                    List.of(References.NUMBER),
                    NOON);

    private PortOutStates() {}

    /** In the order of its life. */
    static Map<String, PortOut> all() {
        var all = new LinkedHashMap<String, PortOut>();
        for (var state :
                List.of(
                        new PortOut.Received(REQUEST),
                        new PortOut.Announced(REQUEST, NOON),
                        new PortOut.Accepted(REQUEST, NOON),
                        new PortOut.Scheduled(REQUEST, WINDOW, NOON, Optional.empty()),
                        new PortOut.Released(REQUEST, NOON, Optional.empty()),
                        new PortOut.Reversed(REQUEST, NOON),
                        new PortOut.Rejected(REQUEST, Set.of(RejectCode.ID_MISMATCH)),
                        new PortOut.Cancelled(REQUEST, CancelGround.EXPIRED),
                        new PortOut.Withdrawn(REQUEST, CancelGround.EXPIRED))) {
            all.put(state.getClass().getSimpleName(), state);
        }
        return all;
    }
}
