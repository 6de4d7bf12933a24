package bg.telenor.debtcheck.check;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import bg.telenor.kit.work.DueWork;
import bg.telenor.kit.work.KillPoint;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Does what is due: claim, commit, ask outside any transaction, commit what was heard. */
@ApplicationScoped
class DebtCheckWork {

    private final DueWork work;
    private final DebtChecks checks;
    private final OperatorInquiries operators;
    private final CheckConfig config;

    DebtCheckWork(
            DueWork work, DebtChecks checks, OperatorInquiries operators, CheckConfig config) {
        this.work = work;
        this.checks = checks;
        this.operators = operators;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    @RunOnVirtualThread
    void run() {
        work.each("debt_check", config.lease(), this::advance);
    }

    private void advance(UUID id) {
        checks.due(id)
                .ifPresent(
                        question -> {
                            var answers = operators.ask(question);
                            KillPoint.AFTER_OUTSIDE_CALL.reached();
                            checks.heard(id, answers);
                        });
    }
}
