package bg.telenor.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bg.telenor.events.debt.DebtEvent.DebtCheckDecided;
import bg.telenor.events.debt.DebtEvent.DebtCheckDecided.Outcome;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class InboxOrderTest {

    @Inject Outbox outbox;
    @Inject DebtProbe probe;

    @Test
    void aThousandEventsOfTwentyKeysAreHandledInOrderWithinTheirKeyWhateverEachTakes() {
        var subjects = new ArrayList<SubjectRef>();
        for (int i = 0; i < 20; i++) {
            subjects.add(Suite.subjectRefs().ofStoreAccount("TEST", UUID.randomUUID().toString()));
        }
        var published = new LinkedHashMap<String, List<UUID>>();

        for (int i = 0; i < 50; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> subjects.forEach(subject -> publish(subject, published)));
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(handled(published)).isEqualTo(1_000));
        published.forEach((key, ids) -> assertThat(probe.seen(key)).isEqualTo(ids));
    }

    private void publish(SubjectRef subject, Map<String, List<UUID>> published) {
        var id = UUID.randomUUID();
        outbox.publish(
                new DebtCheckDecided(subject, id, UUID.randomUUID(), Outcome.CLEAR, Instant.now()));
        published.computeIfAbsent(subject.value(), key -> new ArrayList<>()).add(id);
    }

    private int handled(Map<String, List<UUID>> published) {
        return published.keySet().stream().mapToInt(key -> probe.seen(key).size()).sum();
    }
}
