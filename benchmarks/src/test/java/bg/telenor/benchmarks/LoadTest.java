package bg.telenor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void callsGoOnAtTheirRateWhileEarlierOnesHang() {
        var begun = new AtomicInteger();
        var fifthBegun = new CountDownLatch(5);

        var latencies =
                Load.atRate(
                        500,
                        () -> begun.getAndIncrement() < 5,
                        () -> {
                            fifthBegun.countDown();
                            fifthBegun.await();
                        });

        assertThat(latencies.calls()).isEqualTo(5);
        // The first waited for the four after it, each two milliseconds later.
        assertThat(latencies.longest()).isGreaterThan(8 * 0.99);
    }

    @Test
    void callersMakeAsManyCallsAsWanted() {
        var made = new AtomicInteger();

        var throughput = Load.byCallers(3, 100, made::incrementAndGet);

        assertThat(made).hasValue(100);
        assertThat(throughput.latencies().calls()).isEqualTo(100);
        assertThat(throughput.perSecond()).isPositive();
    }

    @Test
    void aCallThatFailsIsNoResult() {
        var begun = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                Load.atRate(
                                        500,
                                        () -> begun.getAndIncrement() < 5,
                                        () -> {
                                            throw new IOException("status 500");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("status 500");
    }
}
