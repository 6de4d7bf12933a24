package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Fault.Mode;
import bg.telenor.counterparts.regix.Signing;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class RegisterFaultsTest {

    private static final Duration BEYOND_THE_DEADLINE = Duration.ofSeconds(3);

    @Inject MeterRegistry metrics;

    @AfterEach
    void putRight() {
        Register.SERVER.fault(Fault.NONE);
        Register.REGIX.sign(Signing.GOOD);
    }

    @Test
    void staysPendingWhileTheRegisterIsDownAndCompletesByItself() {
        Register.SERVER.fault(Fault.of(Mode.DOWN));

        var answer = Counter.ask(Counter.body(Register.somebody()));

        answer.then().statusCode(202).body("status", equalTo("PENDING"));
        Register.SERVER.fault(Fault.NONE);
        Counter.await(Counter.idOf(answer), "CONFIRMED");
        Suite.await(Topic.IDENTITY, Counter.idOf(answer), "IdentityConfirmed");
    }

    @Test
    void isAskedAnyNumberOfTimesAsLongAsNothingWasSent() {
        Register.SERVER.fault(Fault.of(Mode.DOWN));
        var id = Counter.idOf(Counter.ask(Counter.body(Register.somebody())));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Counter.inquiries(id).contains("4 NotSent"));

        Register.SERVER.fault(Fault.NONE);

        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id)).contains("3 NotSent").last().asString().endsWith("Found");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SLOW", "GARBAGE", "HALF_ANSWER", "WRONG_SIGNATURE"})
    void repeatsOnceAnInquiryWhoseEndIsNotKnown(Mode mode) {
        Register.SERVER.fault(new Fault(mode, BEYOND_THE_DEADLINE, 1));

        var answer = Counter.ask(Counter.body(Register.somebody()));

        var id = Counter.idOf(answer);
        answer.then().statusCode(202);
        Counter.await(id, "CONFIRMED");
        assertThat(Counter.inquiries(id))
                .startsWith("1 ASKED")
                .endsWith("2 ASKED", "2 Found")
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SLOW", "GARBAGE", "HALF_ANSWER", "WRONG_SIGNATURE"})
    void confirmsNobodyWhenItIsNeverKnown(Mode mode) {
        Register.SERVER.fault(new Fault(mode, BEYOND_THE_DEADLINE, 0));

        var answer = Counter.ask(Counter.body(Register.somebody()));

        var id = Counter.idOf(answer);
        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo("NO_ANSWER");
        assertThat(Counter.inquiries(id)).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"ANOTHER_PERSON", "UNREADABLE"})
    void confirmsNobodyByAnAnswerThatMeansNothing(Standing standing) {
        var answer = Counter.ask(Counter.body(Register.somebody(standing)));

        var id = Counter.idOf(answer);
        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo("NO_ANSWER");
        assertThat(Counter.inquiries(id)).contains("1 Garbled", "2 Garbled");
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, NOT_SIGNED",
        "WRONG, BROKEN",
        "ANOTHER, SIGNER",
        "SHA1, ALGORITHM",
        "WRAPPED, NOT_COVERED"
    })
    void confirmsNobodyByAnAnswerThatTheRegisterDidNotSign(Signing signing, String doubt) {
        Register.REGIX.sign(signing);
        var counter = metrics.counter("regix.untrusted", "doubt", doubt);
        var before = counter.count();

        var answer = Counter.ask(Counter.body(Register.somebody()));

        var id = Counter.idOf(answer);
        assertThat(Counter.await(id, "REFUSED").getString("reason")).isEqualTo("NO_ANSWER");
        assertThat(counter.count()).isEqualTo(before + 2);
        assertThat(Counter.inquiries(id)).contains("1 Untrusted", "2 Untrusted").hasSize(4);
        assertThat(Counter.doubts(id)).containsExactly(doubt, doubt);
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"TWO", "SIBLINGS"})
    void confirmsByTwoSignaturesWhereverTheyAre(Signing signing) {
        Register.REGIX.sign(signing);

        var answer = Counter.ask(Counter.body(Register.somebody()));

        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void letsTheCallerGoWhoDoesNotWantToWait() {
        Register.SERVER.fault(new Fault(Mode.SLOW, Duration.ofMillis(800), 1));

        var answer =
                Counter.creating()
                        .header("Prefer", "wait=0")
                        .body(Counter.body(Register.somebody()))
                        .post("/v1/references");

        answer.then().statusCode(202).body("status", equalTo("PENDING"));
        Counter.await(Counter.idOf(answer), "CONFIRMED");
        assertThat(Counter.inquiries(Counter.idOf(answer))).containsExactly("1 ASKED", "1 Found");
    }
}
