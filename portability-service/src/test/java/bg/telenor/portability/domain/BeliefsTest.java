package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.TwoOperators.Donor;
import bg.telenor.portability.domain.TwoOperators.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever the network loses, repeats, delays and reorders, whoever is down meanwhile, and whatever
 * the customers and the desks wish for: once the traffic has settled, both sides of a porting are
 * done with it and know the same of who serves the number, and since when.
 */
class BeliefsTest {

    private static final int RUNS = Integer.getInteger("suite.porting.runs", 1000);
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration STORM = Duration.ofHours(8);
    private static final Duration CALM = Duration.ofHours(12);
    private static final OperatorCode THIRD = new OperatorCode("VIVACOM");

    @Test
    void neverDifferOnceTheTrafficHasSettled() {
        // Other storms in every run; a failure names the one to look at again.
        long first = Long.getLong("suite.porting.seed", System.nanoTime());
        var ends = new TreeSet<String>();

        for (long seed = first; seed < first + RUNS; seed++) {
            try {
                ends.add(play(seed));
            } catch (RuntimeException e) {
                throw new AssertionError(again(seed), e);
            }
        }

        // Or the storms would prove little.
        assertThat(ends)
                .as("how portings ended")
                .contains(
                        "Completed/Released",
                        "Reversed/Reversed",
                        "Rejected/Rejected",
                        "Cancelled/Cancelled",
                        "Withdrawn/Withdrawn");
    }

    private static String play(long seed) {
        var random = new Random(seed);
        var network = new BadNetwork(random, START);
        var recipient = new Recipient(START);
        var donor = new Donor(random);
        var here = network.new End(recipient);
        var there = network.new End(donor);
        here.connect(there);
        network.at(START, () -> here.tell(recipient.ask(network.now())));
        wishes(random, network, recipient, donor, here, there);
        for (var end : List.of(here, there)) {
            if (random.nextBoolean()) {
                network.at(
                        sometime(random),
                        () -> end.restartAfter(Duration.ofMinutes(random.nextInt(180))));
            }
        }

        network.runUntil(START.plus(STORM));
        network.heal();
        network.runUntil(START.plus(STORM).plus(CALM));

        var run = again(seed);
        assertThat(donor.history.stretches()).as(run).isEqualTo(recipient.history.stretches());
        assertThat(recipient.due()).as(run).isEmpty();
        assertThat(donor.due()).as(run).isEmpty();
        assertThat(here.hasNothingToTell() && there.hasNothingToTell()).as(run).isTrue();
        return name(recipient.porting) + "/" + donor.porting.map(BeliefsTest::name).orElse("-");
    }

    private static String again(long seed) {
        return "run with -Dsuite.porting.seed=" + seed + " -Dsuite.porting.runs=1";
    }

    private static void wishes(
            Random random,
            BadNetwork network,
            Recipient recipient,
            Donor donor,
            BadNetwork.End here,
            BadNetwork.End there) {
        if (random.nextInt(100) < 20) {
            network.at(sometime(random), () -> here.tell(recipient.cancel()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            network.at(sometime(random), () -> here.tell(recipient.reverse(network.now())));
        }
        if (random.nextInt(100) < 20) {
            network.at(sometime(random), () -> there.tell(donor.withdraw()));
        }
        if (random.nextInt(100) < 30) {
            network.at(
                    sometime(random),
                    () -> there.tell(donor.postpone(network.now().plus(Terms.HOUR))));
        }
        if (random.nextInt(100) < 20) {
            network.at(sometime(random), () -> movesOn(network, recipient, donor, random));
        }
    }

    /** The recipient's customer goes on to a third operator, which tells everybody. */
    private static void movesOn(
            BadNetwork network, Recipient recipient, Donor donor, Random random) {
        if (recipient.isHere()) {
            var onward = new Served(THIRD, TwoOperators.ROUTE, network.now());
            recipient.history = recipient.history.with(onward);
            network.at(
                    network.now().plusSeconds(random.nextInt(7200)),
                    () -> donor.history = donor.history.with(onward));
        }
    }

    private static Instant sometime(Random random) {
        return START.plusSeconds(random.nextInt((int) STORM.toSeconds()));
    }

    private static String name(Object porting) {
        return porting.getClass().getSimpleName();
    }
}
