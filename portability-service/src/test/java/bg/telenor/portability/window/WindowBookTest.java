package bg.telenor.portability.window;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.Others;
import bg.telenor.portability.PortabilityTestResource;
import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.ContractType;
import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortInRequest;
import bg.telenor.portability.domain.Step;
import bg.telenor.portability.domain.Window;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** In years that no other test comes to. */
@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class WindowBookTest {

    private static final int CAPACITY = 7;

    @Inject EntityManager em;

    @Test
    void isNeverOverbookedHoweverManyBookAtOnce() throws Exception {
        var book = book();
        var first = window("2091-03-05T06:00:00Z", "2091-03-05T10:00:00Z");
        Callable<Window> booking =
                () -> QuarkusTransaction.requiringNew().call(() -> book.book(first, 1));

        try (var threads = Executors.newFixedThreadPool(16)) {
            var booked =
                    threads.invokeAll(Collections.nCopies(50, booking)).stream()
                            .map(done -> done.resultNow())
                            .collect(groupingBy(Window::until, counting()));

            assertThat(booked).hasSize(8);
            assertThat(booked.get(first.until())).isEqualTo(CAPACITY);
            assertThat(booked.values().stream().filter(count -> count == CAPACITY)).hasSize(7);
        }
    }

    @Test
    void givesAPortingThatFindsNoRoomTheNextWindow() {
        var full = window("2092-03-05T06:00:00Z", "2092-03-05T10:00:00Z");

        var first = scheduled(full, 5);
        var second = scheduled(full, 5);

        assertThat(first.window()).isEqualTo(full);
        assertThat(second.window())
                .isEqualTo(window("2092-03-05T12:00:00Z", "2092-03-05T16:00:00Z"));
    }

    @Test
    void hasRoomAgainWhenAPortingIsCancelledOrMoved() {
        var window = window("2093-03-05T06:00:00Z", "2093-03-05T10:00:00Z");
        var next = window("2093-03-06T06:00:00Z", "2093-03-06T10:00:00Z");
        var cancelled = scheduled(window, 7);
        step(cancelled, cancelled.cancel(CancelGround.CUSTOMER_WISH));

        var moved = scheduled(window, 7);
        step(moved, moved.schedule(next));

        assertThat(scheduled(window, 7).window()).isEqualTo(window);
        assertThat(booked(next)).isEqualTo(7);
    }

    @Test
    void keepsTheCountOfWhatIsExecuted() {
        var window = window("2094-03-05T06:00:00Z", "2094-03-05T10:00:00Z");
        var scheduled = scheduled(window, 7);

        step(scheduled, scheduled.execute(window.until()));

        assertThat(booked(window)).isEqualTo(7);
    }

    @Test
    void takesAPortingThatIsLargerThanAnyWindow() {
        var window = window("2095-03-07T06:00:00Z", "2095-03-07T10:00:00Z");

        assertThat(scheduled(window, 20).window()).isEqualTo(window);
    }

    private PortIn.Scheduled scheduled(Window window, int numbers) {
        var accepted = new PortIn.Accepted(request(numbers), window.from());
        return (PortIn.Scheduled) step(accepted, accepted.schedule(window));
    }

    private PortIn step(PortIn before, PortIn after) {
        var book = book();
        return QuarkusTransaction.requiringNew()
                .call(() -> book.booked(before, new Step<>(after, List.of())))
                .porting();
    }

    private int booked(Window window) {
        return ((Number)
                        em.createNativeQuery(
                                        "select booked from porting_window where closes_at = ?1")
                                .setParameter(1, window.until())
                                .getSingleResult())
                .intValue();
    }

    private WindowBook book() {
        var windows =
                new SmallRyeConfigBuilder()
                        .withDefaultValue(
                                "suite.portability.windows.capacity", Integer.toString(CAPACITY))
                        .withMapping(WindowsConfig.class)
                        .withMapping(CalendarConfig.class)
                        .build();
        return new WindowBook(
                em,
                windows.getConfigMapping(WindowsConfig.class),
                windows.getConfigMapping(CalendarConfig.class),
                Clock.systemUTC());
    }

    private static PortInRequest request(int numbers) {
        var refs = Suite.subjectRefs();
        return new PortInRequest(
                UUID.randomUUID(),
                "shop",
                UUID.randomUUID(),
                refs.of(Others.somebody()),
                Collections.nCopies(numbers, refs.of(Others.numberOfA1())),
                new OperatorCode("A1"),
                ContractType.PREPAID,
                Instant.EPOCH);
    }

    private static Window window(String from, String until) {
        return new Window(Instant.parse(from), Instant.parse(until));
    }
}
