package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BirthTest {

    /** Born on 2075-02-01: well-formed, and still to come. */
    private static final Egn UNBORN = new Egn("7542011030");

    @Test
    void nobodyIsBornInTheFuture() {
        assertThat(Birth.isPast(UNBORN, Instant.parse("2075-01-31T12:00:00Z"))).isFalse();
    }

    @Test
    void isPastFromTheDayOnInBulgaria() {
        assertThat(Birth.isPast(UNBORN, Instant.parse("2075-01-31T22:30:00Z"))).isTrue();
    }

    @Test
    void aForeignersNumberSaysNothingOfIt() {
        assertThat(Birth.isPast(new Lnch("7111042925"), Instant.EPOCH)).isTrue();
    }
}
