package bg.telenor.kit.inbox;

import bg.telenor.events.debt.DebtEvent;
import bg.telenor.events.debt.DebtEvent.DebtCheckDecided;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have them, which takes its time with every event. */
@ApplicationScoped
class DebtProbe {

    private final Map<String, List<UUID>> seen = new HashMap<>();
    private final Inbox inbox;

    DebtProbe(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("debt")
    @RunOnVirtualThread
    void on(ConsumerRecord<String, String> record) {
        inbox.once(
                "debt-probe",
                record,
                DebtEvent.class,
                event -> {
                    if (event.data() instanceof DebtCheckDecided decided) {
                        dawdle();
                        remember(decided);
                    }
                });
    }

    synchronized List<UUID> seen(String key) {
        return List.copyOf(seen.getOrDefault(key, List.of()));
    }

    private synchronized void remember(DebtCheckDecided decided) {
        seen.computeIfAbsent(decided.key().value(), key -> new ArrayList<>())
                .add(decided.checkId());
    }

    private static void dawdle() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
