package bg.telenor.consent.rights;

import bg.telenor.consent.answers.AnswerKey;
import bg.telenor.consent.domain.Holding;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.consent.holdings.References;
import bg.telenor.events.rights.RightsEvent.AccessRequested;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.events.rights.RightsEvent.RectificationRequested;
import bg.telenor.events.rights.RightsEvent.RestrictionLifted;
import bg.telenor.events.rights.RightsEvent.RestrictionSet;
import bg.telenor.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What the services are told to do for a person, a command for each of the person's references. */
@ApplicationScoped
class RightsCommands {

    private final Outbox outbox;

    RightsCommands(Outbox outbox) {
        this.outbox = outbox;
    }

    void access(RightsRequest.Request request, References.Part part, AnswerKey key) {
        outbox.publish(
                new AccessRequested(
                        part.reference(),
                        request.id(),
                        part.number(),
                        request.parts(),
                        part.from(),
                        part.until(),
                        request.collectUntil(),
                        key.publicKey(),
                        null));
    }

    void erasure(RightsRequest.Request request, References.Part part) {
        outbox.publish(
                new ErasureRequested(
                        part.reference(),
                        request.id(),
                        part.number(),
                        request.parts(),
                        part.from(),
                        part.until(),
                        request.collectUntil(),
                        null));
    }

    void rectification(RightsRequest.Request request, References.Part part) {
        outbox.publish(
                new RectificationRequested(
                        part.reference(),
                        request.id(),
                        part.number(),
                        request.parts(),
                        part.from(),
                        part.until(),
                        request.collectUntil(),
                        null));
    }

    void restriction(RightsRequest.Request request, References.Part part) {
        outbox.publish(
                new RestrictionSet(
                        part.reference(),
                        request.id(),
                        part.number(),
                        request.parts(),
                        part.from(),
                        part.until(),
                        request.collectUntil(),
                        null));
    }

    void lifting(RightsRequest.Request request, References.Part part) {
        outbox.publish(
                new RestrictionLifted(
                        part.reference(),
                        request.id(),
                        part.number(),
                        request.parts(),
                        part.from(),
                        part.until(),
                        request.collectUntil(),
                        null));
    }

    /**
     * A restriction of a number does not outlast the person's having it. A command of its own:
     * nobody waits for its answers.
     */
    void restrictionEndsWith(Holding holding, Instant until, Instant expiresAt) {
        outbox.publish(
                new RestrictionSet(
                        holding.number(),
                        UUID.randomUUID(),
                        1,
                        1,
                        holding.from(),
                        until,
                        expiresAt,
                        null));
    }
}
