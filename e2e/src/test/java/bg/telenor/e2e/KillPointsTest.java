package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.e2e.Events.Said;
import bg.telenor.e2e.Visit.Post;
import bg.telenor.kit.local.SuiteService;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One request lives through the death of its service at every point where it hurts, and comes to
 * its end with one effect.
 */
@Order(4)
@Tag("faults")
class KillPointsTest {

    private final RunningSuite suite = RunningSuite.get();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void revive() {
        suite.revive();
    }

    @Test
    void identity() {
        var visit = Visit.begins();
        // It dies twice within an inquiry, of which nobody knows then whether it was made.
        var repeats = Map.of("SUITE_REFERENCES_REPEATS", "2");
        diesAfterAccepting(SuiteService.IDENTITY, () -> visit.post(Post.IDENTITY, key));
        dies(SuiteService.IDENTITY, "AFTER_OUTSIDE_CALL", repeats);
        dies(SuiteService.IDENTITY, "AFTER_COMMIT", repeats);
        dies(SuiteService.IDENTITY, "AFTER_RELAY");
        suite.run.restart(SuiteService.IDENTITY, Map.of());

        var id = idOf(visit.post(Post.IDENTITY, key));
        visit.awaitEnd(Post.IDENTITY, "/v1/references/" + id);

        assertThat(suite.events("identity").about(id, "IdentityConfirmed")).hasSize(1);
        // Once from the person, once from the register.
        assertThat(suite.events("intake").about(id, "DataReceived")).hasSize(2);
    }

    @Test
    void debtCheck() {
        var visit = Visit.begins();
        diesAfterAccepting(SuiteService.DEBT_CHECK, () -> visit.post(Post.DEBT_CHECK, key));
        visit.awaitEnd(Post.IDENTITY, visit.post(Post.IDENTITY));
        dies(SuiteService.DEBT_CHECK, "MID_CONSUME");
        dies(SuiteService.DEBT_CHECK, "AFTER_OUTSIDE_CALL");
        dies(SuiteService.DEBT_CHECK, "AFTER_COMMIT");
        dies(SuiteService.DEBT_CHECK, "AFTER_RELAY");
        suite.run.restart(SuiteService.DEBT_CHECK, Map.of());

        var id = idOf(visit.post(Post.DEBT_CHECK, key));
        visit.awaitEndAfterDeath(Post.DEBT_CHECK, "/v1/debt-checks/" + id);

        assertThat(suite.events("debt").about(id, "DebtCheckDecided")).hasSize(1);
    }

    @Test
    void portability() {
        var visit = Visit.begins();
        diesAfterAccepting(SuiteService.PORTABILITY, () -> visit.post(Post.PORTING, key));
        visit.awaitEnd(Post.IDENTITY, visit.post(Post.IDENTITY));
        dies(SuiteService.PORTABILITY, "MID_CONSUME");
        dies(SuiteService.PORTABILITY, "AFTER_OUTSIDE_CALL");
        dies(SuiteService.PORTABILITY, "AFTER_COMMIT");
        dies(SuiteService.PORTABILITY, "AFTER_RELAY");
        suite.run.restart(SuiteService.PORTABILITY, Map.of());

        var id = idOf(visit.post(Post.PORTING, key));
        visit.awaitEnd(Post.PORTING, "/v1/portings/" + id);

        assertThat(suite.events("porting").about(id, "PortingRequested")).hasSize(1);
        assertThat(suite.events("porting").about(id, "PortingCompleted")).hasSize(1);
        visit.awaitServedByUs();
    }

    @Test
    void pay() {
        suite.run.kill(SuiteService.PAY);
        var purchases = new Purchases(Visit.begins()).open();
        dies(SuiteService.PAY, "MID_CONSUME");
        suite.run.restart(SuiteService.PAY, Map.of("SUITE_KILL_AT", "AFTER_ACCEPT"));
        awaitDeathOf(SuiteService.PAY, () -> purchases.awaitOffer(key));
        dies(SuiteService.PAY, "AFTER_COMMIT");
        dies(SuiteService.PAY, "AFTER_RELAY");
        suite.run.restart(SuiteService.PAY, Map.of());
        var account = purchases.associate(purchases.offer(key).body());
        var charge = "G:" + UUID.randomUUID();
        suite.run.kill(SuiteService.PAY);
        suite.run.restart(SuiteService.PAY, Map.of("SUITE_KILL_AT", "AFTER_COMMIT"));
        awaitDeathOf(SuiteService.PAY, () -> purchases.capture(account, charge));
        dies(SuiteService.PAY, "AFTER_RELAY");
        suite.run.restart(SuiteService.PAY, Map.of());

        purchases.awaitCaptured(account, charge);

        assertThat(purchases.amounts()).containsExactly(499L);
    }

    @Test
    void consent() {
        var customer = suite.as("customer", SuiteService.CONSENT);
        diesAfterAccepting(
                SuiteService.CONSENT,
                () -> customer.post("/v1/rights-requests", key, Map.of("type", "ACCESS")));
        dies(SuiteService.CONSENT, "AFTER_COMMIT");
        dies(SuiteService.CONSENT, "AFTER_RELAY");
        dies(SuiteService.CONSENT, "MID_CONSUME");
        suite.run.restart(SuiteService.CONSENT, Map.of());

        var id = idOf(customer.post("/v1/rights-requests", key, Map.of("type", "ACCESS")));
        customer.awaitStatus("/v1/rights-requests/" + id, "COMPLETE");

        // One command for each reference of the person, and one answer of each service to each.
        var commands = suite.events("rights").about(id, "AccessRequested");
        var answers = suite.events("rights-answers").about(id, "AccessAnswered");
        assertThat(commands).isNotEmpty().extracting(Said::key).doesNotHaveDuplicates();
        assertThat(answers)
                .hasSize(commands.size() * SuiteService.values().length)
                .extracting(answer -> answer.key() + answer.writer())
                .doesNotHaveDuplicates();
    }

    private void diesAfterAccepting(SuiteService service, Runnable post) {
        suite.run.kill(service);
        suite.run.restart(service, Map.of("SUITE_KILL_AT", "AFTER_ACCEPT"));
        awaitDeathOf(service, post);
    }

    /** Starts, finds what was left undone, goes on with it and dies of it. */
    private void dies(SuiteService service, String point) {
        dies(service, point, Map.of());
    }

    private void dies(SuiteService service, String point, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("SUITE_KILL_AT", point);
        suite.run.restartToDie(service, all);
    }

    /** An answer may come back, as the point wants it. */
    private void awaitDeathOf(SuiteService service, Runnable call) {
        try {
            call.run();
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("does not answer");
        }
        suite.run.awaitDeath(service);
    }

    private static String idOf(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 202);
        return answer.body().path("id").asText();
    }
}
