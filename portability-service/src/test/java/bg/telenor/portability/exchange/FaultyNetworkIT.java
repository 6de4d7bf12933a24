package bg.telenor.portability.exchange;

import static bg.telenor.portability.exchange.TwoOperators.numberOfA1;
import static bg.telenor.portability.exchange.TwoOperators.numberOfTelenor;
import static bg.telenor.portability.exchange.TwoOperators.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.exchange.FaultyIngress.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two operators and a network that loses, repeats and delays, and one of them killed meanwhile. */
@Isolated
class FaultyNetworkIT {

    private static final int EACH_WAY = 8;

    private record Moving(OperatorInstance to, UUID id, Msisdn number) {}

    private final TwoOperators both = TwoOperators.get();
    private final OperatorInstance telenor = both.telenor;
    private final OperatorInstance a1 = both.a1;

    @AfterEach
    void calm() {
        weather(Weather.FINE);
    }

    @Test
    void portsAllNumbersThroughAStormAndARestart() {
        var moving = new ArrayList<Moving>();
        weather(Weather.STORM);
        for (int i = 0; i < EACH_WAY; i++) {
            moving.add(start(a1, telenor, numberOfA1()));
            moving.add(start(telenor, a1, numberOfTelenor()));
        }
        Awaitility.await("the storm lets something through")
                .atMost(Duration.ofSeconds(30))
                .until(() -> a1.portOutStatus(moving.getFirst().id()) != null);
        a1.kill();
        a1.restart();
        a1.awaitReady();
        weather(Weather.FINE);

        for (var one : moving) {
            one.to().await(one.id(), "COMPLETED");
            assertThat(telenor.history(one.number()))
                    .isEqualTo(a1.history(one.number()))
                    .startsWith(one.to().code);
        }
        assertThat(telenor.untold("A1")).isZero();
    }

    @Test
    void asksADonorWhoseWordDoesNotComeAndBelievesNothing() {
        var one = start(a1, telenor, numberOfA1());
        a1.awaitPortOut(one.id(), "SCHEDULED");
        both.toTelenor.weather(Weather.CUT);

        a1.awaitPortOut(one.id(), "RELEASED");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> a1.untold("TELENOR") > 2);
        assertThat(telenor.porting(one.id()).getString("status")).isEqualTo("EXECUTING");
        assertThat(telenor.history(one.number())).isNull();

        calm();
        telenor.await(one.id(), "COMPLETED");
        assertThat(telenor.history(one.number())).isEqualTo(a1.history(one.number()));
    }

    private static Moving start(OperatorInstance from, OperatorInstance to, Msisdn number) {
        var person = somebody();
        from.holds(person, number, Capacity.SUBSCRIBER);
        return new Moving(to, to.startPorting(person, number, from.code), number);
    }

    private void weather(Weather weather) {
        both.toTelenor.weather(weather);
        both.toA1.weather(weather);
    }
}
