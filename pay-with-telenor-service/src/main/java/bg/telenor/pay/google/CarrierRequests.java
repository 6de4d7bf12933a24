package bg.telenor.pay.google;

import bg.telenor.kit.event.Sha256;
import bg.telenor.pay.google.CarrierFault.Code;
import bg.telenor.pay.google.CarrierMessage.RequestHeader;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * One effect per request id of Google, however often and however concurrently it comes: the effect
 * and its answer commit together, and a repeat waits for that commit and gets the same answer. A
 * refusal by {@link CarrierFault} had no effect and is not remembered.
 */
@ApplicationScoped
class CarrierRequests {

    private final EntityManager em;
    private final GoogleConfig config;
    private final Clock clock;

    CarrierRequests(EntityManager em, GoogleConfig config, Clock clock) {
        this.em = em;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @throws CarrierFault when the request id was used for another request
     */
    @Transactional
    String once(RequestHeader header, Sha256 digest, Supplier<String> effect) {
        if (!isNew(header, digest)) {
            return remembered(header, digest);
        }
        var answer = effect.get();
        em.createNativeQuery(
                        """
                        update carrier_request set answer = ?3
                        where integrator_account = ?1 and request_id = ?2\
                        """)
                .setParameter(1, header.paymentIntegratorAccountId())
                .setParameter(2, header.requestId())
                .setParameter(3, answer)
                .executeUpdate();
        return answer;
    }

    @Scheduled(
            every = "${suite.google.forget-every:6h}",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOldOnes() {
        var today = clock.instant().atZone(ZoneOffset.UTC);
        em.createNativeQuery("delete from carrier_request where answered_at < ?1")
                .setParameter(1, today.minus(config.rememberRequests()).toInstant())
                .executeUpdate();
    }

    /** A concurrent request of the same id waits here until the first has committed or failed. */
    private boolean isNew(RequestHeader header, Sha256 digest) {
        return em.createNativeQuery(
                                """
                                insert into carrier_request
                                    (integrator_account, request_id, digest, answer, answered_at)
                                values (?1, ?2, ?3, '', ?4) on conflict do nothing\
                                """)
                        .setParameter(1, header.paymentIntegratorAccountId())
                        .setParameter(2, header.requestId())
                        .setParameter(3, digest.value())
                        .setParameter(4, clock.instant())
                        .executeUpdate()
                == 1;
    }

    private String remembered(RequestHeader header, Sha256 digest) {
        var row =
                (Object[])
                        em.createNativeQuery(
                                        """
                                        select digest, answer from carrier_request
                                        where integrator_account = ?1 and request_id = ?2\
                                        """,
                                        Object[].class)
                                .setParameter(1, header.paymentIntegratorAccountId())
                                .setParameter(2, header.requestId())
                                .getSingleResult();
        if (!digest.value().equals(row[0])) {
            throw new CarrierFault(
                    Code.IDEMPOTENCY_VIOLATION, "requestId was used for another request");
        }
        return (String) row[1];
    }
}
