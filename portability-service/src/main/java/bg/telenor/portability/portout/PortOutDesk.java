package bg.telenor.portability.portout;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.desk.Decision;
import bg.telenor.portability.desk.DeskFilter;
import bg.telenor.portability.desk.DeskSide;
import bg.telenor.portability.desk.Summary;
import bg.telenor.portability.domain.PortOut;
import bg.telenor.portability.domain.RejectCode;
import bg.telenor.portability.domain.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Portings away from us at the desk, of all partners. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PortOutDesk implements DeskSide {

    private final PortOutRepository repository;
    private final PortOuts portOuts;
    private final PartnerRows rows;
    private final DonorConfig config;

    PortOutDesk(
            PortOutRepository repository, PortOuts portOuts, PartnerRows rows, DonorConfig config) {
        this.repository = repository;
        this.portOuts = portOuts;
        this.rows = rows;
        this.config = config;
    }

    @Override
    public Direction direction() {
        return Direction.OUT;
    }

    @Override
    public List<Summary> list(DeskFilter filter, int limit) {
        rows.all();
        var states = filter.states(PortOutStatus.values(), PortOutStatus::waitsFor);
        return repository
                .find(filter.query("recipient"), filter.parameters(states))
                .range(0, limit - 1)
                .stream()
                .map(PortOutDesk::summary)
                .toList();
    }

    @Override
    public Optional<Summary> find(UUID id) {
        rows.all();
        return repository.findByIdOptional(id).map(PortOutDesk::summary);
    }

    @Override
    public SubjectRef decide(UUID id, Decision decision) {
        var after =
                switch (decision.kind()) {
                    case ACCEPT -> portOuts.hasten(id);
                    case REJECT -> {
                        var codes = allowed(decision.codes());
                        yield portOuts.decide(id, porting -> porting.reject(codes));
                    }
                    case POSTPONE -> {
                        if (decision.notBefore() == null) {
                            throw new ProblemException(CommonError.INVALID_REQUEST);
                        }
                        yield portOuts.decide(
                                id, porting -> porting.postpone(decision.notBefore()));
                    }
                    case CANCEL ->
                            portOuts.decide(id, porting -> withdrawn(porting, decision.ground()));
                };
        return after.request().person();
    }

    private static PortOut withdrawn(PortOut porting, Decision.Ground ground) {
        return porting instanceof PortOut.Withdrawn ? porting : porting.withdraw(ground.told());
    }

    /** Debt is a ground only where the operator has decided that the law lets it be one. */
    private Set<RejectCode> allowed(Set<RejectCode> codes) {
        if (codes.isEmpty()) {
            throw new ProblemException(CommonError.INVALID_REQUEST);
        }
        if (codes.contains(RejectCode.DEBT) && !config.refuseForDebt()) {
            throw new ProblemException(PortabilityError.REJECT_CODE_NOT_ALLOWED);
        }
        return codes;
    }

    private static Summary summary(PortOutEntity row) {
        return new Summary(
                row.id,
                Direction.OUT,
                row.status.name(),
                new OperatorCode(row.recipient),
                row.numbers.size(),
                row.receivedAt,
                row.statusAt,
                row.status.waitsFor(),
                row.dueAt,
                row.windowFrom == null ? null : new Window(row.windowFrom, row.windowUntil),
                row.rejectCodes);
    }
}
