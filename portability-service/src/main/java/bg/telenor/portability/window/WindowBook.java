package bg.telenor.portability.window;

import bg.telenor.portability.domain.PortIn;
import bg.telenor.portability.domain.PortingWindows;
import bg.telenor.portability.domain.Step;
import bg.telenor.portability.domain.Window;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How many numbers each window has got. A window is counted in one row, which whoever books has
 * locked until its transaction ends, so that no replica overbooks it. Several windows are always
 * taken in the order of time, so that none waits for another for ever.
 */
@ApplicationScoped
public class WindowBook {

    private static final Duration KEPT = Duration.ofDays(30);

    /** An empty window takes whatever comes, or a porting larger than any would never move. */
    private static final String BOOK =
            """
            insert into porting_window as w (closes_at, booked) values (?1, ?2)
            on conflict (closes_at) do update set booked = w.booked + excluded.booked
             where w.booked = 0 or w.booked + excluded.booked <= ?3\
            """;

    private final EntityManager em;
    private final WindowsConfig config;
    private final PortingWindows windows;
    private final Clock clock;

    WindowBook(EntityManager em, WindowsConfig config, CalendarConfig calendar, Clock clock) {
        this.em = em;
        this.config = config;
        this.windows = config.windows(calendar.calendar());
        this.clock = clock;
    }

    /**
     * Books the window that a step of a porting asks for, or the first after it that has room, and
     * frees the one that the porting does not need any more.
     */
    @Transactional(TxType.MANDATORY)
    public Step<PortIn> booked(PortIn before, Step<PortIn> step) {
        var had = windowOf(before);
        var after = step.porting();
        var size = after.request().numbers().size();
        if (after instanceof PortIn.Scheduled wish && had.filter(wish.window()::equals).isEmpty()) {
            had.filter(old -> !old.until().isAfter(wish.window().until()))
                    .ifPresent(old -> free(old, size));
            var got = book(wish.window(), size);
            had.filter(old -> old.until().isAfter(wish.window().until()))
                    .ifPresent(old -> free(old, size));
            return new Step<>(wish.schedule(got), step.told());
        }
        if (after instanceof PortIn.Ended) {
            had.ifPresent(old -> free(old, size));
        }
        return step;
    }

    /** Forgets windows that are long over. */
    @Scheduled(every = "24h", delayed = "3m", identity = "windows-forget")
    @Transactional
    void forgetOld() {
        em.createNativeQuery("delete from porting_window where closes_at < ?1")
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
    }

    Window book(Window wanted, int numbers) {
        var window = wanted;
        while (!isBooked(window, numbers)) {
            window = windows.notBefore(window.until());
        }
        return window;
    }

    private boolean isBooked(Window window, int numbers) {
        return em.createNativeQuery(BOOK)
                        .setParameter(1, window.until())
                        .setParameter(2, numbers)
                        .setParameter(3, config.capacity())
                        .executeUpdate()
                == 1;
    }

    private void free(Window window, int numbers) {
        em.createNativeQuery(
                        """
                        update porting_window set booked = greatest(booked - ?2, 0)
                         where closes_at = ?1\
                        """)
                .setParameter(1, window.until())
                .setParameter(2, numbers)
                .executeUpdate();
    }

    private static Optional<Window> windowOf(PortIn porting) {
        return porting instanceof PortIn.Scheduled p ? Optional.of(p.window()) : Optional.empty();
    }
}
