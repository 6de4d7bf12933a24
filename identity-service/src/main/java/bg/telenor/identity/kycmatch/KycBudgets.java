package bg.telenor.identity.kycmatch;

import static bg.telenor.identity.IdentityError.QUOTA_EXCEEDED;

import bg.telenor.identity.kycmatch.KycPartners.Partner;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How much each partner asked today, over all replicas. The rows belong to the partners: the
 * database shows each its own alone.
 */
@ApplicationScoped
class KycBudgets {

    private static final int DAYS_KEPT = 30;

    private final EntityManager em;
    private final PartnerRows rows;
    private final KycMatchConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    KycBudgets(
            EntityManager em,
            PartnerRows rows,
            KycMatchConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.em = em;
        this.rows = rows;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Counts one match more, in the running transaction; what is refused is not counted. The row
     * stays locked until its end, so that a partner's matches are made one after the other.
     *
     * @throws ProblemException QUOTA_EXCEEDED when the day's are used up
     */
    void spend(Partner partner, Instant now) {
        rows.of(partner.client());
        int used =
                ((Number)
                                em.createNativeQuery(
                                                """
                                                insert into kyc_match_budget (client, day, used)
                                                values (?1, ?2, 1)
                                                on conflict (client, day)
                                                do update set used = kyc_match_budget.used + 1
                                                returning used\
                                                """,
                                                Integer.class)
                                        .setParameter(1, partner.client())
                                        .setParameter(2, today(now))
                                        .getSingleResult())
                        .intValue();
        if (used > partner.perDay()) {
            meters.counter("kyc_matches_over_budget", "partner", partner.code().value())
                    .increment();
            throw new ProblemException(QUOTA_EXCEEDED);
        }
    }

    /** When the next day begins. */
    Duration untilTomorrow() {
        var now = clock.instant();
        var tomorrow = today(now).plusDays(1).atStartOfDay(config.zone()).toInstant();
        return Duration.between(now, tomorrow);
    }

    @Scheduled(every = "24h", delayed = "3m", identity = "kyc-budgets-forget")
    void forget() {
        QuarkusTransaction.joiningExisting()
                .run(
                        () -> {
                            rows.all();
                            em.createNativeQuery("delete from kyc_match_budget where day < ?1")
                                    .setParameter(1, today(clock.instant()).minusDays(DAYS_KEPT))
                                    .executeUpdate();
                        });
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, config.zone());
    }
}
