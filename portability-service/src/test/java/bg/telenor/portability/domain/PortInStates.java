package bg.telenor.portability.domain;

import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A porting to us in each of its states, for tests that go through all of them. */
final class PortInStates {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Window WINDOW = new Window(NOON, NOON.plusSeconds(3600));
    static final PortInRequest REQUEST =
            new PortInRequest(
                    UUID.randomUUID(),
                    "shop",
                    UUID.randomUUID(),
                    References.PERSON,
                    List.of(References.NUMBER),
                    new OperatorCode("A1"),
                    ContractType.POSTPAID,
                    NOON.minusSeconds(60));

    private PortInStates() {}

    /** In the order of its life. */
    static Map<String, PortIn> all() {
        var all = new LinkedHashMap<String, PortIn>();
        for (var state :
                List.of(
                        new PortIn.WaitingForIdentity(REQUEST, NOON),
                        new PortIn.Requested(REQUEST, NOON),
                        new PortIn.Acknowledged(REQUEST, NOON),
                        new PortIn.Accepted(REQUEST, NOON),
                        new PortIn.Scheduled(REQUEST, WINDOW),
                        new PortIn.Executing(REQUEST, WINDOW, NOON),
                        new PortIn.Completed(REQUEST, NOON),
                        new PortIn.Reversing(REQUEST, NOON, ReversalGround.MISTAKE, NOON),
                        new PortIn.Reversed(REQUEST, NOON),
                        new PortIn.Rejected(REQUEST, Set.of(RejectCode.DEBT)),
                        new PortIn.Cancelled(REQUEST, CancelGround.CUSTOMER_WISH),
                        new PortIn.Withdrawn(REQUEST, CancelGround.FRAUD),
                        new PortIn.Expired(REQUEST),
                        new PortIn.SubjectMismatch(REQUEST),
                        new PortIn.IdentityRefused(REQUEST))) {
            all.put(state.getClass().getSimpleName(), state);
        }
        return all;
    }
}
