package bg.telenor.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.web.ProbeResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class IdempotencyTest {

    private static final String EGN = "752101123" + Egn.checkDigit("752101123");

    @Inject AgroalDataSource database;
    @Inject Requests requests;

    @Test
    void theSameRequestTwiceHasOneEffectAndOneAnswer() {
        var key = UUID.randomUUID().toString();
        int before = ProbeResource.effects();

        var first = post(key, "one");
        var second = post(key, "one");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(ProbeResource.effects()).isEqualTo(before + 1);
    }

    @Test
    void fiftyConcurrentRequestsOfOneKeyHaveOneEffect() throws Exception {
        var key = UUID.randomUUID().toString();
        int before = ProbeResource.effects();
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> post(key, "one"));
        }

        List<Future<Response>> answers;
        try (var threads = Executors.newFixedThreadPool(16)) {
            answers = threads.invokeAll(calls);
        }

        var made = new HashSet<String>();
        for (var answer : answers) {
            if (answer.get().statusCode() == 200) {
                made.add(answer.get().asString());
            } else {
                assertThat(answer.get().statusCode()).isEqualTo(409);
                assertThat(answer.get().jsonPath().getString("code")).isEqualTo("REQUEST_RUNNING");
            }
        }
        assertThat(made).hasSize(1);
        assertThat(ProbeResource.effects()).isEqualTo(before + 1);
    }

    @Test
    void aReusedKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        post(key, "one");

        var answer = post(key, "two");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void anotherClientsKeyIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        var mine = post(key, "one");

        var theirs = post("my-data", key, "one");

        assertThat(theirs.statusCode()).isEqualTo(200);
        assertThat(theirs.asString()).isNotEqualTo(mine.asString());
    }

    @Test
    void aFailedEffectIsNotRemembered() {
        var key = UUID.randomUUID().toString();

        assertThat(post(key, "refuse").statusCode()).isEqualTo(500);
        assertThat(post(key, "refuse").statusCode()).isEqualTo(500);
        assertThat(post(key, "one").statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestWhoseProcessDiedIsTakenOverWhenItsLeaseIsOver() throws SQLException {
        var key = UUID.randomUUID().toString();
        var done = post(key, "one");
        dieBetween("now() - interval '1 second'", done.jsonPath().getUUID("id"));

        var again = post(key, "one");

        assertThat(again.statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestWhoseProcessMayBeAliveIsNotTakenOver() throws SQLException {
        var key = UUID.randomUUID().toString();
        var done = post(key, "one");
        dieBetween("now() + interval '30 seconds'", done.jsonPath().getUUID("id"));

        var again = post(key, "one");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("code")).isEqualTo("REQUEST_RUNNING");
    }

    @Test
    void whoSleptThroughItsLeaseCannotFinish() {
        var id = new Requests.Id("shop", "sleeping", UUID.randomUUID().toString());
        var slept = Instant.parse("2026-01-01T00:00:00Z");
        var renewed = Instant.parse("2026-01-01T00:05:00Z");
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            requests.begin(id, "f", slept, slept);
                            requests.takeOver(id, slept, renewed);
                        });

        boolean finished =
                QuarkusTransaction.requiringNew()
                        .call(() -> requests.finish(id, slept, UUID.randomUUID()));

        assertThat(finished).isFalse();
    }

    /** Makes the row look as if its process had died before the effect. */
    private void dieBetween(String leaseUntil, UUID resource) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "UPDATE idempotency SET resource_id = NULL, lease_until = "
                                        + leaseUntil
                                        + " WHERE resource_id = ?")) {
            statement.setObject(1, resource);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static Response post(String key, String note) {
        return post("shop", key, note);
    }

    private static Response post(String client, String key, String note) {
        return given().auth()
                .oauth2(
                        Suite.token(client)
                                .scopes("references.create")
                                .audience("identity-service")
                                .text())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"identifier":{"type":"EGN","value":"%s"},"note":"%s"}"""
                                .formatted(EGN, note))
                .post("/v1/probes");
    }
}
