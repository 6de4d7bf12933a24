package bg.telenor.identity.webhook;

import bg.telenor.identity.webhook.SinkCall.Outcome;
import bg.telenor.identity.webhook.Webhooks.Due;
import bg.telenor.kit.work.DueWork;
import bg.telenor.kit.work.KillPoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Makes the calls that are due, on any replica and at least once: a call whose answer is lost is
 * made again, under the same id.
 */
@ApplicationScoped
class WebhookDelivery {

    private final Map<String, Semaphore> lines = new ConcurrentHashMap<>();

    private final Webhooks webhooks;
    private final WebhookMessages messages;
    private final SinkCall call;
    private final DueWork work;
    private final WebhookConfig config;
    private final MeterRegistry meters;

    WebhookDelivery(
            Webhooks webhooks,
            WebhookMessages messages,
            SinkCall call,
            DueWork work,
            WebhookConfig config,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.call = call;
        this.work = work;
        this.config = config;
        this.meters = meters;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        work.each("webhook", config.deadline().multipliedBy(3), this::deliver);
    }

    private void deliver(UUID id) {
        webhooks.open(id).ifPresent(this::deliver);
    }

    /** A client that is slow to answer has its own few calls, and holds up nobody else's. */
    private void deliver(Due due) {
        var line =
                lines.computeIfAbsent(
                        due.sink().client(), client -> new Semaphore(config.atOncePerClient()));
        if (!line.tryAcquire()) {
            webhooks.later(due.id());
            return;
        }
        try {
            var message = messages.of(due);
            var outcome = call.post(due.sink(), message.headers(), message.body());
            KillPoint.AFTER_OUTSIDE_CALL.reached();
            settle(due, outcome);
        } finally {
            line.release();
        }
    }

    private void settle(Due due, Outcome outcome) {
        count(due, outcome.name());
        switch (outcome) {
            case TAKEN -> webhooks.taken(due.id());
            case REFUSED, UNKNOWN, NOT_ALLOWED -> {
                if (webhooks.failed(due.id())) {
                    count(due, "GIVEN_UP");
                }
            }
        }
    }

    private void count(Due due, String outcome) {
        meters.counter(
                        "webhook_calls",
                        "client",
                        due.sink().client(),
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT))
                .increment();
    }
}
