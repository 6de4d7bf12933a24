package bg.telenor.consent.notices;

import bg.telenor.kit.work.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Announces notices when they fall due, and shows how many are late. */
@ApplicationScoped
class NoticeClock {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DueWork due;
    private final NoticePost post;
    private final Notices notices;
    private final AtomicLong late;

    NoticeClock(DueWork due, NoticePost post, Notices notices, MeterRegistry metrics) {
        this.due = due;
        this.post = post;
        this.notices = notices;
        this.late = metrics.gauge("suite.notices.late", new AtomicLong());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void announce() {
        due.each("notice", LEASE, post::announce);
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        late.set(notices.late());
    }
}
