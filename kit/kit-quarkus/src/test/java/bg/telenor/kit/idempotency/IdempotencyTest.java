package bg.telenor.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.web.ProbeResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
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

    @Inject Requests requests;
    @Inject Fingerprints fingerprints;

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
    void aRequestThatRunsIsNotRunBesides() {
        var key = UUID.randomUUID().toString();
        int before = ProbeResource.effects();

        var meanwhile = QuarkusTransaction.requiringNew().call(() -> whileClaimed(key));

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.jsonPath().getString("code")).isEqualTo("REQUEST_RUNNING");
        assertThat(ProbeResource.effects()).isEqualTo(before);
    }

    /** As after a death: the database ends the transaction and nothing of it is left. */
    @Test
    void aRequestWhoseTransactionEndedInNothingMayBeSentAgainAtOnce() {
        var key = UUID.randomUUID().toString();
        QuarkusTransaction.begin();
        requests.claim(idOf(key));
        requests.remember(idOf(key), "f", UUID.randomUUID(), Instant.now());
        QuarkusTransaction.rollback();

        assertThat(post(key, "one").statusCode()).isEqualTo(200);
    }

    private Response whileClaimed(String key) {
        assertThat(requests.claim(idOf(key))).isTrue();
        return post(key, "one");
    }

    private Requests.Id idOf(String key) {
        return new Requests.Id("shop", "probe", fingerprints.of(new IdempotencyKey(key)));
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
