package bg.telenor.portability.message;

import bg.telenor.kit.partner.PartnerCalls;
import bg.telenor.kit.partner.PartnerCalls.Outcome;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.work.DueWork;
import bg.telenor.kit.work.KillPoint;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Brings queued messages to their receivers. Whatever goes wrong, a message is brought again, since
 * receivers recognise one that they had; only one that is refused for good is dropped.
 */
@ApplicationScoped
class MessageDelivery {

    private static final String PATH = "/partner/v1/messages";
    private static final int CALLS_PER_RECEIVER = 4;

    private final Map<OperatorCode, Semaphore> lines = new ConcurrentHashMap<>();

    private final OutgoingMessages messages;
    private final DueWork work;
    private final PartnerCalls calls;
    private final ObjectMapper json;
    private final MessagesConfig config;
    private final MeterRegistry meters;

    MessageDelivery(
            OutgoingMessages messages,
            DueWork work,
            PartnerCalls calls,
            ObjectMapper json,
            MessagesConfig config,
            MeterRegistry meters) {
        this.messages = messages;
        this.work = work;
        this.calls = calls;
        this.json = json;
        this.config = config;
        this.meters = meters;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        work.each("queued_message", config.deadline().multipliedBy(3), this::deliver);
    }

    private void deliver(UUID id) {
        messages.open(id).ifPresent(this::deliver);
    }

    /** An operator that is slow to answer has its own few calls, and holds up nobody else's. */
    private void deliver(MessageEnvelope message) {
        var line =
                lines.computeIfAbsent(message.receiver(), r -> new Semaphore(CALLS_PER_RECEIVER));
        if (!line.tryAcquire()) {
            messages.later(message.messageId());
            return;
        }
        try {
            var outcome = calls.post(message.receiver(), PATH, message, config.deadline());
            KillPoint.AFTER_OUTSIDE_CALL.reached();
            settle(message, outcome);
        } finally {
            line.release();
        }
    }

    private void settle(MessageEnvelope message, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered answered -> settle(message, answered);
            case Outcome.NotSent notSent -> failed(message, "NOT_SENT", true);
            case Outcome.Unknown unknown -> failed(message, "UNKNOWN", true);
            case Outcome.Untrusted untrusted -> failed(message, "UNTRUSTED", true);
        }
    }

    private void settle(MessageEnvelope message, Outcome.Answered answered) {
        var reply = read(answered);
        if (reply == null || !message.messageId().equals(reply.messageId())) {
            failed(message, "NOT_UNDERSTOOD", true);
        } else if (reply.status() == MessageReply.Status.ACKNOWLEDGED) {
            messages.taken(message.messageId());
            count(message, "TAKEN");
        } else {
            failed(message, "REFUSED", reply.code() == null || reply.code().mayPass());
        }
    }

    /** Null when the answer is no reply at all: an error page, an answer in a language not ours. */
    private MessageReply read(Outcome.Answered answered) {
        try {
            return answered.status() == 200
                    ? json.readValue(answered.body(), MessageReply.class)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private void failed(MessageEnvelope message, String how, boolean mayPass) {
        messages.failed(message.messageId(), mayPass);
        count(message, how);
    }

    private void count(MessageEnvelope message, String outcome) {
        meters.counter(
                        "suite.portability.messages",
                        "receiver",
                        message.receiver().value(),
                        "type",
                        message.type(),
                        "outcome",
                        outcome)
                .increment();
    }
}
