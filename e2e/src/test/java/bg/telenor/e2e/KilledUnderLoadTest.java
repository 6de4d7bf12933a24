package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.e2e.Visit.Post;
import bg.telenor.kit.local.SuiteService;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is killed while shops and stores are busy: all that was acknowledged ends well, once. */
@Order(5)
@Tag("faults")
class KilledUnderLoadTest {

    private static final int VISITS = 8;
    private static final int CHARGES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What all visits need. */
    enum Victim {
        IDENTITY,
        DEBT_CHECK,
        PORTABILITY,
        KAFKA,
        POSTGRES;

        void die(RunningSuite suite) {
            switch (this) {
                case KAFKA -> suite.run.killKafka();
                case POSTGRES -> suite.run.killPostgres();
                default -> suite.run.kill(SuiteService.valueOf(name()));
            }
        }

        void comeBack(RunningSuite suite) {
            switch (this) {
                case KAFKA -> suite.run.restartKafka();
                case POSTGRES -> suite.run.restartPostgres();
                default -> suite.run.restart(SuiteService.valueOf(name()), Map.of());
            }
        }
    }

    private final RunningSuite suite = RunningSuite.get();

    @AfterEach
    void revive() {
        suite.revive();
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void everyVisitEndsOnce(Victim victim) throws Exception {
        var visits = IntStream.range(0, VISITS).mapToObj(i -> Visit.begins()).toList();
        var shops = shops(visits.getFirst());
        var started = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var posted =
                    visits.stream()
                            .map(visit -> threads.submit(() -> postAll(visit, shops, started)))
                            .toList();
            started.await();
            victim.die(suite);
            victim.comeBack(suite);

            for (int i = 0; i < VISITS; i++) {
                endsOnce(visits.get(i), posted.get(i));
            }
        }
    }

    @Test
    void everyChargeIsMadeOnce() throws Exception {
        var purchases = new Purchases(Visit.begins()).open();
        var account =
                purchases.associate(purchases.awaitOffer(UUID.randomUUID().toString()).body());
        var started = new CountDownLatch(3);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var charged =
                    IntStream.range(0, CHARGES)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () -> {
                                                        purchases.awaitCaptured(
                                                                account, "G:" + UUID.randomUUID());
                                                        started.countDown();
                                                    }))
                            .toList();
            started.await();
            suite.run.kill(SuiteService.PAY);
            suite.run.restart(SuiteService.PAY, Map.of());
            for (var charge : charged) {
                charge.get();
            }
        }

        assertThat(purchases.amounts()).hasSize(CHARGES).containsOnly(499L);
    }

    /** A token each, had before: a provider that is asked for many at once refuses. */
    private static Map<Post, Http> shops(Visit any) {
        var shops = new EnumMap<Post, Http>(Post.class);
        for (var post : Post.values()) {
            shops.put(post, any.service(post));
        }
        return shops;
    }

    private static Map<Post, String> postAll(
            Visit visit, Map<Post, Http> shops, CountDownLatch started) {
        var ids = new EnumMap<Post, String>(Post.class);
        for (var post : Post.values()) {
            var key = UUID.randomUUID().toString();
            ids.put(post, postUntilAccepted(visit, shops.get(post), post, key));
            started.countDown();
        }
        return ids;
    }

    /** As a till does: the same request again until it is answered. */
    private static String postUntilAccepted(Visit visit, Http shop, Post post, String key) {
        return Awaitility.await(post.name())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> visit.post(shop, post, key),
                        answer -> answer.status() >= 200 && answer.status() <= 202)
                .body()
                .path("id")
                .asText();
    }

    private void endsOnce(Visit visit, Future<Map<Post, String>> posted) throws Exception {
        var ids = posted.get();
        ids.forEach((post, id) -> visit.awaitEndAfterDeath(post, post.collection + "/" + id));
        visit.awaitServedByUs();
        for (var once :
                List.of(
                        suite.events("identity").about(ids.get(Post.IDENTITY), "IdentityConfirmed"),
                        suite.events("debt").about(ids.get(Post.DEBT_CHECK), "DebtCheckDecided"),
                        suite.events("porting").about(ids.get(Post.PORTING), "PortingCompleted"))) {
            assertThat(once).hasSize(1);
        }
    }
}
