package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.e2e.Visit.Post;
import bg.telenor.kit.local.SuiteService;
import java.util.EnumMap;
import java.util.Map;
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

    @ParameterizedTest
    @EnumSource(
            value = SuiteService.class,
            names = {"IDENTITY", "DEBT_CHECK", "PORTABILITY"})
    void aServiceThatIsStoppedGoesOnWhenItIsBack(SuiteService service) {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        var paths = postAll(visit);

        suite.run.stop(service);
        suite.run.restart(service, Map.of());

        paths.forEach(visit::awaitEnd);
    }

    @ParameterizedTest
    @EnumSource(
            value = SuiteService.class,
            names = {"IDENTITY", "DEBT_CHECK", "PORTABILITY"})
    void aServiceThatIsKilledGoesOnWhenItIsBack(SuiteService service) {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        var paths = postAll(visit);

        suite.run.kill(service);
        suite.run.restart(service, Map.of());

        paths.forEach(visit::awaitEnd);
        assertThat(visit.servedBy()).isEqualTo("TELENOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AFTER_ACCEPT",
                "AFTER_OUTSIDE_CALL",
                "AFTER_COMMIT",
                "AFTER_RELAY",
                "MID_CONSUME"
            })
    void debtCheckDyingAtEachPointLosesNothing(String point) {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        var identity = visit.post(Post.IDENTITY);
        visit.awaitEnd(Post.IDENTITY, identity);
        suite.run.stop(SuiteService.DEBT_CHECK);
        suite.run.restart(SuiteService.DEBT_CHECK, Map.of("SUITE_KILL_AT", point));
        var key = java.util.UUID.randomUUID().toString();

        postUntilItDies(visit, key);
        suite.run.awaitDeath(SuiteService.DEBT_CHECK);
        suite.run.restart(SuiteService.DEBT_CHECK, Map.of());

        var made = visit.post(Post.DEBT_CHECK, key);
        assertThat(made.status()).isBetween(200, 202);
        visit.awaitEnd(Post.DEBT_CHECK, "/v1/debt-checks/" + made.body().path("id").asText());
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

    private static Map<Post, String> postAll(Visit visit) {
        var paths = new EnumMap<Post, String>(Post.class);
        for (var post : Post.values()) {
            paths.put(post, visit.post(post));
        }
        return paths;
    }

    /** Posts, whether or not an answer comes back. */
    private static void postUntilItDies(Visit visit, String key) {
        try {
            visit.post(Post.DEBT_CHECK, key);
        } catch (java.io.UncheckedIOException e) {
            assertThat(e).hasMessageContaining("does not answer");
        }
    }
}
