package bg.telenor.portability.portin;

import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.desk.Decision;
import bg.telenor.portability.desk.DeskFilter;
import bg.telenor.portability.desk.DeskSide;
import bg.telenor.portability.desk.Summary;
import bg.telenor.portability.domain.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Portings to us at the desk, which can only take them back: the donor decides. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PortInDesk implements DeskSide {

    private final PortInRepository repository;
    private final PortIns portIns;

    PortInDesk(PortInRepository repository, PortIns portIns) {
        this.repository = repository;
        this.portIns = portIns;
    }

    @Override
    public Direction direction() {
        return Direction.IN;
    }

    @Override
    public List<Summary> list(DeskFilter filter, int limit) {
        var states = filter.states(PortInStatus.values(), PortInStatus::waitsFor);
        return repository
                .find(filter.query("donor"), filter.parameters(states))
                .range(0, limit - 1)
                .stream()
                .map(PortInDesk::summary)
                .toList();
    }

    @Override
    public Optional<Summary> find(UUID id) {
        return repository.findByIdOptional(id).map(PortInDesk::summary);
    }

    @Override
    public SubjectRef decide(UUID id, Decision decision) {
        return switch (decision.kind()) {
            case CANCEL -> portIns.cancel(id, decision.ground().told()).request().person();
            case ACCEPT, REJECT, POSTPONE ->
                    throw new ProblemException(PortabilityError.MOVE_NOT_ALLOWED);
        };
    }

    private static Summary summary(PortInEntity row) {
        return new Summary(
                row.id,
                Direction.IN,
                row.status.name(),
                new OperatorCode(row.donor),
                row.numbers.size(),
                row.requestedAt,
                row.statusAt,
                row.status.waitsFor(),
                row.dueAt,
                row.windowFrom == null ? null : new Window(row.windowFrom, row.windowUntil),
                row.rejectCodes);
    }
}
