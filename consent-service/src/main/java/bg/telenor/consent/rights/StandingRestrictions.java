package bg.telenor.consent.rights;

import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.consent.holdings.HoldingEnded;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/** Whose data may be kept and not otherwise processed now; in the caller's transaction. */
@ApplicationScoped
class StandingRestrictions implements PanacheRepositoryBase<StandingRestrictionEntity, String> {

    private final RightsCommands commands;
    private final RightsConfig config;
    private final Clock clock;

    StandingRestrictions(RightsCommands commands, RightsConfig config, Clock clock) {
        this.commands = commands;
        this.config = config;
        this.clock = clock;
    }

    boolean stands(SubjectRef person) {
        return findByIdOptional(person.value()).isPresent();
    }

    /** The latest request says on which ground it stands. */
    void set(RightsRequest.Request request, Instant at) {
        var row =
                findByIdOptional(request.person().value())
                        .orElseGet(StandingRestrictionEntity::new);
        row.personRef = request.person().value();
        row.requestId = request.id();
        row.setAt = at;
        persist(row);
    }

    void lifted(SubjectRef person) {
        deleteById(person.value());
    }

    /** Whoever has a number next is not restricted: the services are told where it ends. */
    void ended(@Observes HoldingEnded event) {
        var holding = event.holding();
        if (holding.capacity() == Capacity.SUBSCRIBER && stands(holding.person())) {
            var now = clock.instant();
            var until = holding.until() == null ? now : holding.until();
            commands.restrictionEndsWith(holding, until, now.plus(config.collectFor()));
        }
    }
}
