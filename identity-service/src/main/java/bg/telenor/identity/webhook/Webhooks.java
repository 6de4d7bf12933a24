package bg.telenor.identity.webhook;

import static bg.telenor.identity.IdentityError.CALLBACK_NOT_REGISTERED;

import bg.telenor.identity.webhook.Sinks.Sink;
import bg.telenor.kit.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The calls that clients are owed. Wanted with a reference, due when it is decided, in the deciding
 * transaction; gone when the client took the call, or with the reference. None of them is made
 * here.
 */
@ApplicationScoped
public class Webhooks {

    /** How a reference was decided, and nothing of why. */
    public enum Decision {
        CONFIRMED,
        REFUSED
    }

    /** A call that is due. */
    record Due(UUID id, Sink sink, Told told) {}

    /** What is told: ids. */
    record Told(UUID id, UUID referenceId, UUID caseId, Decision decision, Instant decidedAt) {}

    private static final String DECIDED =
            "update webhook set decision = ?, decided_at = ?, due_at = ? where reference_id = ?";

    private final EntityManager em;
    private final AgroalDataSource database;
    private final Sinks sinks;
    private final WebhookConfig config;
    private final Clock clock;

    Webhooks(
            EntityManager em,
            AgroalDataSource database,
            Sinks sinks,
            WebhookConfig config,
            Clock clock) {
        this.em = em;
        this.database = database;
        this.sinks = sinks;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The client wants to be called back once the reference is decided.
     *
     * @throws ProblemException CALLBACK_NOT_REGISTERED when it is not known where
     */
    @Transactional(TxType.MANDATORY)
    public void want(String client, UUID referenceId, UUID caseId) {
        if (sinks.of(client).isEmpty()) {
            throw new ProblemException(CALLBACK_NOT_REGISTERED);
        }
        var webhook = new WebhookEntity();
        webhook.id = UUID.randomUUID();
        webhook.client = client;
        webhook.referenceId = referenceId;
        webhook.caseId = caseId;
        em.persist(webhook);
    }

    /** The reference is decided: whoever wants to hear of it is called from now on. */
    @Transactional(TxType.MANDATORY)
    public void decided(UUID referenceId, Decision decision, Instant at) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(DECIDED)) {
            var moment = at.atOffset(ZoneOffset.UTC);
            update.setString(1, decision.name());
            update.setObject(2, moment);
            update.setObject(3, moment);
            update.setObject(4, referenceId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("webhooks", e);
        }
    }

    /** A call ready to be made; empty when there is none any more, or nowhere to make it. */
    @Transactional
    Optional<Due> open(UUID id) {
        var webhook = em.find(WebhookEntity.class, id);
        if (webhook == null || webhook.dueAt == null) {
            return Optional.empty();
        }
        var sink = sinks.of(webhook.client);
        if (sink.isEmpty()) {
            giveUp(webhook, "no address is registered any more");
        }
        return sink.map(
                to ->
                        new Due(
                                id,
                                to,
                                new Told(
                                        id,
                                        webhook.referenceId,
                                        webhook.caseId,
                                        webhook.decision,
                                        webhook.decidedAt)));
    }

    @Transactional
    void taken(UUID id) {
        em.createQuery("delete from WebhookEntity where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /**
     * Not taken: tried again later, as long as there is time.
     *
     * @return whether it was given up
     */
    @Transactional
    boolean failed(UUID id) {
        var webhook = em.find(WebhookEntity.class, id);
        if (webhook == null) {
            return false;
        }
        var now = clock.instant();
        webhook.failures++;
        webhook.leaseUntil = null;
        webhook.dueAt = config.retryAt(now, webhook.failures);
        boolean late = webhook.dueAt.isAfter(webhook.decidedAt.plus(config.giveUpAfter()));
        if (late) {
            giveUp(webhook, "nobody takes it");
        }
        return late;
    }

    /** Not tried: the client is busy with other calls. */
    @Transactional
    void later(UUID id) {
        var webhook = em.find(WebhookEntity.class, id);
        if (webhook != null) {
            webhook.dueAt = clock.instant().plus(config.firstPause());
            webhook.leaseUntil = null;
        }
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "webhooks-forget")
    void forget() {
        QuarkusTransaction.joiningExisting()
                .run(
                        () ->
                                em.createQuery("delete from WebhookEntity where givenUpAt < ?1")
                                        .setParameter(
                                                1, clock.instant().minus(config.keepGivenUp()))
                                        .executeUpdate());
    }

    private void giveUp(WebhookEntity webhook, String why) {
        Log.errorf(
                "call back of %s about reference %s is given up: %s",
                webhook.client, webhook.referenceId, why);
        webhook.givenUpAt = clock.instant();
        webhook.dueAt = null;
        webhook.leaseUntil = null;
    }
}
