package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.consent.domain.Holding.Capacity;
import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void lastsFromItsBeginningToBeforeItsEnd() {
        var holding = holding(JANUARY, FEBRUARY);

        assertThat(holding.lastsAt(JANUARY)).isTrue();
        assertThat(holding.lastsAt(FEBRUARY.minusNanos(1))).isTrue();
        assertThat(holding.lastsAt(FEBRUARY)).isFalse();
        assertThat(holding.lastsAt(JANUARY.minusNanos(1))).isFalse();
    }

    @Test
    void meetsAnotherOnlyWhereBothLast() {
        var first = holding(JANUARY, FEBRUARY);

        assertThat(first.meets(holding(FEBRUARY, MARCH))).isFalse();
        assertThat(holding(FEBRUARY, null).meets(first)).isFalse();
        assertThat(first.meets(holding(JANUARY, null))).isTrue();
        assertThat(holding(JANUARY, null).meets(holding(MARCH, null))).isTrue();
    }

    @Test
    void endsAfterItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> holding(FEBRUARY, JANUARY));
        assertThatIllegalArgumentException().isThrownBy(() -> holding(JANUARY, JANUARY));
    }

    @Test
    void knowsTheCapacitiesThatArePublished() {
        var published = Arrays.stream(HoldingEvent.Capacity.values()).map(Enum::name).toList();

        assertThat(Capacity.values()).extracting(Enum::name).isEqualTo(published);
    }

    private static Holding holding(Instant from, Instant until) {
        return new Holding(
                UUID.nameUUIDFromBytes(new byte[0]),
                new SubjectRef("msisdn:1:" + "A".repeat(43)),
                new SubjectRef("egn:1:" + "A".repeat(43)),
                Capacity.SUBSCRIBER,
                from,
                until);
    }
}
