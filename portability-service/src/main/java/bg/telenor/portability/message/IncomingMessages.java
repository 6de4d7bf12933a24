package bg.telenor.portability.message;

import bg.telenor.kit.partner.Operators;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.domain.IllegalMove;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.message.MessageParty.Heard;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes messages in: each once, those of one porting one after the other. What is answered with an
 * error leaves no trace, so that the sender may bring it again when its time has come.
 */
@ApplicationScoped
class IncomingMessages {

    private final List<MessageParty> parties;
    private final Operators operators;
    private final PartnerRows rows;
    private final EntityManager em;
    private final MessageCodec codec;
    private final MessagesConfig config;
    private final Clock clock;

    IncomingMessages(
            @All List<MessageParty> parties,
            Operators operators,
            PartnerRows rows,
            EntityManager em,
            MessageCodec codec,
            MessagesConfig config,
            Clock clock) {
        this.parties = parties;
        this.operators = operators;
        this.rows = rows;
        this.em = em;
        this.codec = codec;
        this.config = config;
        this.clock = clock;
    }

    MessageReply receive(OperatorCode partner, MessageEnvelope envelope) {
        if (!envelope.sender().equals(partner) || !envelope.receiver().equals(operators.self())) {
            throw new ProblemException(PortabilityError.SENDER_MISMATCH);
        }
        try {
            var heard = new Heard(partner, envelope.portingId(), codec.read(envelope));
            QuarkusTransaction.requiringNew().run(() -> once(envelope.messageId(), heard));
            return MessageReply.acknowledged(envelope.messageId());
        } catch (MessageRefused e) {
            return MessageReply.error(envelope.messageId(), e.code());
        } catch (IllegalMove e) {
            return MessageReply.error(envelope.messageId(), MessageReply.Code.NOT_ALLOWED_NOW);
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            rows.all();
                            em.createNativeQuery(
                                            "delete from received_message where received_at < ?1")
                                    .setParameter(1, clock.instant().minus(config.memory()))
                                    .executeUpdate();
                        });
    }

    private void once(UUID messageId, Heard heard) {
        var client = operators.clientOf(heard.sender());
        rows.of(client);
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 2))")
                .setParameter(1, heard.sender() + "/" + heard.portingId())
                .getSingleResult();
        var isNew =
                em.createNativeQuery(
                                        """
                                        insert into received_message
                                            (client, message_id, received_at)
                                        values (?1, ?2, ?3) on conflict do nothing\
                                        """)
                                .setParameter(1, client)
                                .setParameter(2, messageId)
                                .setParameter(3, clock.instant())
                                .executeUpdate()
                        == 1;
        if (isNew) {
            partyFor(heard.message()).hear(heard);
        }
    }

    private MessageParty partyFor(PortMessage message) {
        return parties.stream().filter(party -> party.hears(message)).findFirst().orElseThrow();
    }
}
