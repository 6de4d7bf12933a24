package bg.telenor.identity.reference;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused;
import bg.telenor.events.identity.IdentityEvent.IdentityWithdrawn;
import bg.telenor.events.identity.IdentityEvent.MinorFound;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.Reason;
import bg.telenor.identity.domain.Role;
import java.util.List;
import java.util.Optional;

/** What the other services hear of each state. */
final class ReferenceEvents {

    private ReferenceEvents() {}

    static List<IdentityEvent> of(IdentityReference reference) {
        var request = reference.request();
        return switch (reference) {
            case IdentityReference.Pending pending -> List.of();
            case IdentityReference.Taken taken -> List.of();
            case IdentityReference.Confirmed confirmed ->
                    List.of(
                            new IdentityConfirmed(
                                    request.subject(),
                                    request.id(),
                                    request.caseId(),
                                    request.purpose(),
                                    published(request.role()),
                                    confirmed.at(),
                                    confirmed.freshUntil(),
                                    null));
            case IdentityReference.Refused refused -> refused(request, refused.reason());
        };
    }

    /** What is taken back of a reference; of one that is pending nothing was said. */
    static Optional<IdentityEvent> withdrawn(IdentityReference wrong) {
        return switch (wrong) {
            case IdentityReference.Pending pending -> Optional.empty();
            case IdentityReference.Taken taken -> Optional.empty();
            case IdentityReference.Confirmed confirmed -> Optional.of(withdrawn(wrong.request()));
            case IdentityReference.Refused refused -> Optional.of(withdrawn(wrong.request()));
        };
    }

    private static IdentityWithdrawn withdrawn(IdentityReference.Request request) {
        return new IdentityWithdrawn(
                request.subject(), request.id(), request.caseId(), published(request.role()));
    }

    private static List<IdentityEvent> refused(IdentityReference.Request request, Reason reason) {
        var role = published(request.role());
        var refused =
                new IdentityRefused(
                        request.subject(),
                        request.id(),
                        request.caseId(),
                        role,
                        IdentityRefused.Reason.valueOf(reason.name()));
        return reason == Reason.GUARDIAN_REQUIRED
                ? List.of(
                        refused,
                        new MinorFound(request.subject(), request.id(), request.caseId(), role))
                : List.of(refused);
    }

    /** A role as the other services, and the catalogue, know it. */
    static IdentityEvent.Role published(Role role) {
        return IdentityEvent.Role.valueOf(role.name());
    }
}
