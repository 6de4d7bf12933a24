package bg.telenor.portability.desk;

import bg.telenor.portability.window.WindowsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How far the numbers of each window are. Counted from the portings themselves. */
@ApplicationScoped
class WindowProgress {

    /**
     * @param planned numbers that wait for the window
     * @param executing numbers that the donor has been told to let go
     * @param executed numbers that have come
     * @param failed numbers that the donor has not let go by the end of the window, has taken back,
     *     or that came and went back
     */
    record Progress(
            Instant from,
            Instant until,
            int capacity,
            long planned,
            long executing,
            long executed,
            long failed) {}

    private static final String COUNT =
            """
            select min(p.windowFrom), p.windowUntil,
                   count(*) filter (where p.status = SCHEDULED),
                   count(*) filter (where p.status = EXECUTING and p.windowUntil > ?2),
                   count(*) filter (where p.status = COMPLETED),
                   count(*) filter (where p.status in (WITHDRAWN, REVERSING, REVERSED)
                       or p.status = EXECUTING and p.windowUntil <= ?2)
              from PortInEntity p join p.numbers n
             where p.windowUntil >= ?1
             group by p.windowUntil order by p.windowUntil\
            """;

    private final EntityManager em;
    private final WindowsConfig config;
    private final Clock clock;

    WindowProgress(EntityManager em, WindowsConfig config, Clock clock) {
        this.em = em;
        this.config = config;
        this.clock = clock;
    }

    /** Of the windows that end at a moment or later, the earliest first. */
    @Transactional
    List<Progress> since(Instant moment, int limit) {
        return em.createQuery(COUNT, Tuple.class)
                .setParameter(1, moment)
                .setParameter(2, clock.instant())
                .setMaxResults(limit)
                .getResultStream()
                .map(this::progress)
                .toList();
    }

    private Progress progress(Tuple row) {
        return new Progress(
                row.get(0, Instant.class),
                row.get(1, Instant.class),
                config.capacity(),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class));
    }
}
