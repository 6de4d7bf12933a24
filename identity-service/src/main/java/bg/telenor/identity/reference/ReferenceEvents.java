package bg.telenor.identity.reference;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.Role;
import java.util.Optional;

/** What the other services hear of each state. */
final class ReferenceEvents {

    private ReferenceEvents() {}

    static Optional<IdentityEvent> of(IdentityReference reference) {
        var request = reference.request();
        return switch (reference) {
            case IdentityReference.Pending pending -> Optional.empty();
            case IdentityReference.Confirmed confirmed ->
                    Optional.of(
                            new IdentityConfirmed(
                                    request.subject(),
                                    request.id(),
                                    request.caseId(),
                                    request.purpose(),
                                    published(request.role()),
                                    confirmed.at(),
                                    confirmed.freshUntil(),
                                    null));
            case IdentityReference.Refused refused ->
                    Optional.of(
                            new IdentityRefused(
                                    request.subject(),
                                    request.id(),
                                    request.caseId(),
                                    published(request.role()),
                                    IdentityRefused.Reason.valueOf(refused.reason().name())));
        };
    }

    /** A role as the other services, and the catalogue, know it. */
    static IdentityEvent.Role published(Role role) {
        return IdentityEvent.Role.valueOf(role.name());
    }
}
