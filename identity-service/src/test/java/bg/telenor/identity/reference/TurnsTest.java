package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(config(2));

    @Test
    void noMoreAreTakenInAtOnceThanConfigured() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var twoInside = new CountDownLatch(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(
                        () ->
                                turns.take(
                                        () -> {
                                            most.accumulateAndGet(
                                                    inside.incrementAndGet(), Math::max);
                                            twoInside.countDown();
                                            await(twoInside);
                                            return inside.decrementAndGet();
                                        }));
            }
        }

        assertThat(most).hasValue(2);
    }

    @Test
    void oneWhoFailsLeavesItsTurnToTheNext() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(
                            () ->
                                    turns.take(
                                            () -> {
                                                throw new IllegalArgumentException("refused");
                                            }))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(turns.take(() -> "taken in")).isEqualTo("taken in");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReferenceConfig config(int takenInAtOnce) {
        var said = Map.of("suite.references.taken-in-at-once", Integer.toString(takenInAtOnce));
        return new SmallRyeConfigBuilder()
                .withMapping(ReferenceConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(ReferenceConfig.class);
    }
}
