package bg.telenor.identity.regix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.NoData;
import bg.telenor.identity.domain.RegisterAnswer.NotSent;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegisterGuardTest.Strict.class)
@WithTestResource(IdentityTestResource.class)
class RegisterGuardTest {

    private static final RegisterAnswer ANSWER = new NoData("1");

    /** Few at once, and a breaker that opens soon. */
    public static class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "suite.regix.at-once", "2",
                    "suite.regix.breaker.inquiries", "4",
                    "suite.regix.breaker.pause", "5S");
        }
    }

    @Inject RegisterGuard guard;
    @Inject CircuitBreakerMaintenance breakers;

    @BeforeEach
    void putRight() {
        guard.ask(() -> ANSWER);
        breakers.resetAll();
    }

    @Test
    void givesBackWhatTheRegisterAnswers() {
        assertThat(guard.ask(() -> ANSWER)).isSameAs(ANSWER);
        assertThat(guard.ask(Unknown::new)).isEqualTo(new Unknown());
    }

    @Test
    void leavesTheRegisterAloneAfterTooManyInquiriesWithoutAnAnswer() {
        for (int i = 0; i < 4; i++) {
            assertThat(guard.ask(Unknown::new)).isEqualTo(new Unknown());
        }
        var asked = new AtomicInteger();

        var answer =
                guard.ask(
                        () -> {
                            asked.incrementAndGet();
                            return ANSWER;
                        });

        assertThat(answer).isEqualTo(new NotSent());
        assertThat(asked).hasValue(0);
        readinessSays("OPEN");
    }

    @Test
    void triesAgainAfterAPause() {
        for (int i = 0; i < 4; i++) {
            guard.ask(NotSent::new);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> guard.ask(() -> ANSWER), ANSWER::equals);

        readinessSays("CLOSED");
    }

    @Test
    void aRegisterThatRefusesIsUp() {
        for (int i = 0; i < 10; i++) {
            guard.ask(() -> new RegisterRefused(null));
        }

        assertThat(guard.ask(() -> ANSWER)).isSameAs(ANSWER);
    }

    @Test
    void holdsBackWhatIsTooManyAtOnce() throws Exception {
        var waiting = new CountDownLatch(2);
        var answers = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                threads.execute(() -> guard.ask(() -> answerAfter(waiting, answers)));
            }
            waiting.await();

            assertThat(guard.ask(() -> ANSWER)).isEqualTo(new NotSent());

            answers.countDown();
        }
        assertThat(guard.ask(() -> ANSWER)).isSameAs(ANSWER);
    }

    private static RegisterAnswer answerAfter(CountDownLatch waiting, CountDownLatch answers) {
        waiting.countDown();
        try {
            answers.await();
            return ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown();
        }
    }

    /** Up in any case: questions are taken in whether or not the register is asked. */
    private static void readinessSays(String breaker) {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'regix' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'regix' }.data.breaker", equalTo(breaker));
    }
}
