package bg.telenor.portability.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessagesConfigTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MessagesConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(MessagesConfig.class)
                    .build()
                    .getConfigMapping(MessagesConfig.class);

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        assertThat(config.retryAt(NOON, 1)).isEqualTo(NOON.plusSeconds(1));
        assertThat(config.retryAt(NOON, 2)).isEqualTo(NOON.plusSeconds(2));
        assertThat(config.retryAt(NOON, 5)).isEqualTo(NOON.plusSeconds(16));
    }

    @Test
    void waitsFiveMinutesAtMost() {
        assertThat(config.retryAt(NOON, 10)).isEqualTo(NOON.plusSeconds(300));
        assertThat(config.retryAt(NOON, 1_000_000)).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void givesUpAfterAWeekAndRemembersForAMonth() {
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.giveUp()).isEqualTo(Duration.ofDays(7));
        assertThat(config.memory()).isEqualTo(Duration.ofDays(30));
    }
}
