package bg.telenor.portability.message;

import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.timeline.Timeline;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The messages that other operators have not taken yet. Those of one porting to one receiver go one
 * after the other; all others wait for nobody.
 */
@ApplicationScoped
public class OutgoingMessages {

    /**
     * A message that its receiver has not taken yet.
     *
     * @param nextTry null while another of the porting waits before it
     */
    public record Undelivered(
            String type, OperatorCode receiver, Instant since, int failures, Instant nextTry) {

        static Undelivered of(QueuedMessageEntity message) {
            return new Undelivered(
                    message.type.wireName(),
                    new OperatorCode(message.receiver),
                    message.sentAt,
                    message.failures,
                    message.dueAt);
        }
    }

    private final EntityManager em;
    private final List<MessageParty> parties;
    private final Operators operators;
    private final PartnerRows rows;
    private final Timeline timeline;
    private final MessageCodec codec;
    private final MessagesConfig config;
    private final Clock clock;

    OutgoingMessages(
            EntityManager em,
            @All List<MessageParty> parties,
            Operators operators,
            PartnerRows rows,
            Timeline timeline,
            MessageCodec codec,
            MessagesConfig config,
            Clock clock) {
        this.em = em;
        this.parties = parties;
        this.operators = operators;
        this.rows = rows;
        this.timeline = timeline;
        this.codec = codec;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Queues a message in the running transaction, which has the porting's row locked. A query that
     * waits already asks all that another would.
     */
    @Transactional(TxType.MANDATORY)
    public void queue(MessageType type, UUID recordId, UUID portingId, OperatorCode receiver) {
        lock(portingId, receiver.value());
        if (type == MessageType.PORT_QUERY && isLast(type, portingId, receiver.value())) {
            return;
        }
        var message = new QueuedMessageEntity();
        message.id = UUID.randomUUID();
        message.recordId = recordId;
        message.portingId = portingId;
        message.receiver = receiver.value();
        message.type = type;
        message.sentAt = clock.instant();
        message.dueAt = first(portingId, receiver.value()).isPresent() ? null : message.sentAt;
        em.persist(message);
        em.flush();
    }

    /** Queues a message for everybody who takes no part in the porting. */
    @Transactional(TxType.MANDATORY)
    public void queueForOthers(
            MessageType type, UUID recordId, UUID portingId, OperatorCode participant) {
        operators.others().stream()
                .filter(other -> !other.equals(participant))
                .forEach(third -> queue(type, recordId, portingId, third));
    }

    /** A porting's record goes: what was to be told of it stays untold. */
    @Transactional(TxType.MANDATORY)
    public void forget(UUID recordId) {
        em.createQuery("delete from QueuedMessageEntity where recordId = ?1")
                .setParameter(1, recordId)
                .executeUpdate();
    }

    /** What nobody has taken yet of a porting, in order. */
    @Transactional(TxType.MANDATORY)
    public List<Undelivered> undelivered(UUID recordId) {
        return em.createQuery(
                        "from QueuedMessageEntity where recordId = ?1 order by seq",
                        QueuedMessageEntity.class)
                .setParameter(1, recordId)
                .getResultStream()
                .map(Undelivered::of)
                .toList();
    }

    /** A message ready to go; empty when it went, or when there is nothing left to tell. */
    @Transactional
    Optional<MessageEnvelope> open(UUID id) {
        rows.all();
        var message = em.find(QueuedMessageEntity.class, id);
        if (message == null) {
            return Optional.empty();
        }
        var receiver = new OperatorCode(message.receiver);
        var said =
                tellers(message)
                        .map(party -> party.tell(message.type, message.recordId, receiver))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (said.isEmpty()) {
            remove(message);
        }
        return said.map(
                body ->
                        new MessageEnvelope(
                                message.id,
                                MessageEnvelope.VERSION,
                                message.type.wireName(),
                                message.portingId,
                                operators.self(),
                                receiver,
                                message.sentAt,
                                codec.write(body)));
    }

    @Transactional
    void taken(UUID id) {
        rows.all();
        Optional.ofNullable(em.find(QueuedMessageEntity.class, id))
                .ifPresent(
                        message -> {
                            remove(message);
                            var receiver = new OperatorCode(message.receiver);
                            timeline.told(message.recordId, message.type, receiver);
                            tellers(message)
                                    .forEach(
                                            party ->
                                                    party.told(
                                                            message.type,
                                                            message.recordId,
                                                            receiver));
                        });
    }

    /** Not taken: tried again later, unless there is no point or no time left. */
    @Transactional
    void failed(UUID id, boolean mayPass) {
        var message = em.find(QueuedMessageEntity.class, id);
        if (message == null) {
            return;
        }
        var now = clock.instant();
        if (!mayPass || now.isAfter(message.sentAt.plus(config.giveUp()))) {
            Log.errorf(
                    "porting %s: %s did not take %s, given up",
                    message.portingId, message.receiver, message.type.wireName());
            remove(message);
            timeline.givenUp(message.recordId, message.type, new OperatorCode(message.receiver));
            return;
        }
        message.failures++;
        message.dueAt = config.retryAt(now, message.failures);
        message.leaseUntil = null;
    }

    /** Not tried: its receiver is busy with others. */
    @Transactional
    void later(UUID id) {
        var message = em.find(QueuedMessageEntity.class, id);
        if (message != null) {
            message.dueAt = clock.instant().plus(config.firstPause());
            message.leaseUntil = null;
        }
    }

    private void remove(QueuedMessageEntity message) {
        lock(message.portingId, message.receiver);
        em.remove(message);
        em.flush();
        first(message.portingId, message.receiver).ifPresent(next -> next.dueAt = clock.instant());
    }

    private Optional<QueuedMessageEntity> first(UUID portingId, String receiver) {
        return em.createQuery(
                        """
                        from QueuedMessageEntity where portingId = ?1 and receiver = ?2
                        order by seq\
                        """,
                        QueuedMessageEntity.class)
                .setParameter(1, portingId)
                .setParameter(2, receiver)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private boolean isLast(MessageType type, UUID portingId, String receiver) {
        return em.createQuery(
                        """
                        select type from QueuedMessageEntity where portingId = ?1 and receiver = ?2
                        order by seq desc\
                        """,
                        MessageType.class)
                .setParameter(1, portingId)
                .setParameter(2, receiver)
                .setMaxResults(1)
                .getResultStream()
                .anyMatch(type::equals);
    }

    /** Who queues and who removes wait for each other, or a message could be left without turn. */
    private void lock(UUID portingId, String receiver) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 3))")
                .setParameter(1, portingId + "/" + receiver)
                .getSingleResult();
    }

    private Stream<MessageParty> tellers(QueuedMessageEntity message) {
        return parties.stream().filter(party -> party.tells().contains(message.type));
    }
}
