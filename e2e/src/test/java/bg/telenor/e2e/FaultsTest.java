package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.e2e.Visit.Post;
import bg.telenor.kit.local.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks delays its part and loses nothing. */
@Order(3)
@Tag("faults")
class FaultsTest {

    @AfterEach
    void revive() {
        RunningSuite.get().revive();
    }

    @ParameterizedTest
    @EnumSource(SuiteService.class)
    void aServiceThatIsStoppedAtItsStepIsWaitedFor(SuiteService service) {
        var suite = RunningSuite.get();
        var visit = Visit.ofTheCustomer();
        var purchases = new Purchases(visit);
        suite.run.stop(service);

        var paths = new EnumMap<Post, String>(Post.class);
        for (var post : Post.values()) {
            if (post.service != service) {
                paths.put(post, visit.post(post));
            }
        }
        if (service != SuiteService.CONSENT) {
            purchases.open();
        }
        suite.run.restart(service, Map.of());
        for (var post : Post.values()) {
            paths.computeIfAbsent(post, visit::post);
        }

        paths.forEach(visit::awaitEnd);
        visit.awaitServedByUs();
        if (service == SuiteService.CONSENT) {
            purchases.open();
        }
        purchases.awaitOne();
        suite.as("customer", SuiteService.CONSENT)
                .await("/v1/my/records", records -> ids(records).containsAll(ids(paths)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SuiteService.class,
            names = {"IDENTITY", "DEBT_CHECK", "PORTABILITY"})
    void aServiceThatIsKilledInTheMiddleGoesOnWhenItIsBack(SuiteService service) {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        var paths = postAll(visit);

        suite.run.kill(service);
        suite.run.restart(service, Map.of());

        paths.forEach(visit::awaitEndAfterDeath);
        visit.awaitServedByUs();
    }

    @Test
    void theRegisterIsDownForAWhile() {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        suite.admin().put("/admin/regix/fault", Map.of("mode", "DOWN"));
        String reference;
        try {
            reference = visit.post(Post.IDENTITY);
            assertThat(visit.service(Post.IDENTITY).get(reference).body().path("status").asText())
                    .isEqualTo("PENDING");
        } finally {
            suite.admin().put("/admin/regix/fault", Map.of("mode", "NONE"));
        }

        visit.awaitEnd(Post.IDENTITY, reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "GARBAGE", "WRONG_SIGNATURE", "HALF_ANSWER"})
    void anOperatorThatFailsIsNeverTakenForClear(String fault) {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        suite.admin().put("/admin/vivacom/fault", Map.of("mode", fault));
        try {
            visit.post(Post.IDENTITY);
            var check = visit.post(Post.DEBT_CHECK);

            var decided = visit.service(Post.DEBT_CHECK).awaitStatus(check, "DECIDED");

            assertThat(decided.path("outcome").asText()).isEqualTo("INCOMPLETE");
        } finally {
            suite.admin().put("/admin/vivacom/fault", Map.of("mode", "NONE"));
        }
    }

    @Test
    void theBrokerIsDownForAWhile() {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        suite.run.killKafka();

        var paths = postAll(visit);
        suite.run.restartKafka();

        paths.forEach(visit::awaitEnd);
    }

    @Test
    void theDatabaseIsDownForAWhile() {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        var paths = postAll(visit);

        suite.run.killPostgres();
        var refused = visit.post(Post.IDENTITY, UUID.randomUUID().toString());
        suite.run.restartPostgres();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body().path("code").asText()).isEqualTo("UNAVAILABLE");
        paths.forEach(visit::awaitEnd);
    }

    @Test
    void theNotifierIsDownForAWhile() {
        var suite = RunningSuite.get();
        suite.admin().put("/admin/notifier/fault", Map.of("mode", "DOWN"));
        var visit = Visit.begins();
        var purchases = new Purchases(visit).open();
        int before;
        try {
            before = sent(suite);
            var paths = postAll(visit);
            paths.forEach(visit::awaitEnd);
            assertThat(purchases.awaitOffer(UUID.randomUUID().toString()).status()).isEqualTo(201);
        } finally {
            suite.admin().put("/admin/notifier/fault", Map.of("mode", "NONE"));
        }

        suite.admin().await("/admin/notifier/sent", sent -> sent.path("sent").size() > before);
    }

    private static int sent(RunningSuite suite) {
        return suite.admin().get("/admin/notifier/sent").body().path("sent").size();
    }

    private static Set<String> ids(JsonNode records) {
        var ids = new HashSet<String>();
        records.path("records").forEach(record -> ids.add(record.path("id").asText()));
        return ids;
    }

    private static Set<String> ids(Map<Post, String> paths) {
        return paths.values().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static Map<Post, String> postAll(Visit visit) {
        var paths = new EnumMap<Post, String>(Post.class);
        for (var post : Post.values()) {
            paths.put(post, visit.post(post));
        }
        return paths;
    }
}
