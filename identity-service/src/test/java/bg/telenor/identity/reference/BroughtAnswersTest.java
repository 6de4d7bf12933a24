package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.regix.Callbacks;
import bg.telenor.counterparts.regix.Signing;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.kit.local.Suite;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The register brings its answers, rightly and wrongly. */
@QuarkusTest
@TestProfile(Asynchronous.class)
@WithTestResource(IdentityTestResource.class)
class BroughtAnswersTest {

    private static final int AT_ONCE = 8;

    @Inject MeterRegistry metrics;
    @Inject Asking asking;
    @Inject TakenCalls taken;

    private final UUID caseId = UUID.randomUUID();

    @AfterEach
    void putRight() {
        Later.putRight();
    }

    @Test
    void takesWhatTheRegisterBringsAndAcknowledgesIt() {
        Later.hold(Callbacks.ONCE);
        var id = Later.taken(caseId);
        var before = callbacks("TAKEN");

        Later.REGISTER.ready(caseId);

        Counter.await(id, "CONFIRMED");
        var call = Later.call(caseId, state -> state.acknowledgements() == 1);
        assertThat(call.callbacks()).containsExactly("200");
        assertThat(call.checks()).isZero();
        assertThat(callbacks("TAKEN")).isEqualTo(before + 1);
        assertThat(Counter.inquiries(id)).containsExactly("1 ASKED", "1 NotReady", "1 Found");
    }

    @Test
    void wakesTheCallerWhoWaits() {
        Later.REGISTER.callBack(Callbacks.ONCE);
        Later.REGISTER.readyAfter(Duration.ofMillis(500));

        var answer =
                Counter.creating()
                        .header("Prefer", "wait=20")
                        .body(Counter.body(caseId, Register.somebody()))
                        .post("/v1/references");

        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        assertThat(Later.call(caseId, state -> true).checks()).isZero();
    }

    @Test
    void isNotLostWhenItComesBeforeTheQuestionIsKnownToBeTaken() {
        Later.REGISTER.callBack(Callbacks.EARLY);
        Later.REGISTER.readyAfter(Duration.ofMillis(500));

        var id = Later.taken(caseId);

        Counter.await(id, "CONFIRMED");
        var call = Later.call(caseId, state -> state.callbacks().contains("200"));
        assertThat(call.callbacks()).startsWith("500").endsWith("200");
        assertThat(call.checks()).isZero();
    }

    @Test
    void takesNothingTwice() {
        Later.hold(Callbacks.TWICE);
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> state.callbacks().size() == 2);
        assertThat(call.callbacks()).containsExactly("200", "200");
        assertThat(Later.notTaken(id)).containsExactly("Repeated");
        assertThat(decisions(id)).hasSize(1);
    }

    @Test
    void ignoresWhatComesWhenTheAnswerWasFound() {
        Later.hold(Callbacks.LATE);
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> !state.callbacks().isEmpty());
        assertThat(call.callbacks()).containsExactly("200");
        assertThat(call.checks()).isPositive();
        assertThat(Later.notTaken(id)).containsExactly("Repeated");
        assertThat(decisions(id)).hasSize(1);
    }

    @Test
    void hasOneEffectWhenSeveralComeAtOnce() throws Exception {
        Later.hold(Callbacks.NONE);
        var id = Later.taken(caseId);
        var callId = Later.call(caseId, state -> true).id();
        var inquiry = taken.inquiry(id, callId).orElseThrow();
        var together = new CyclicBarrier(AT_ONCE);
        Callable<Boolean> take =
                () -> {
                    together.await();
                    return inContext(
                            () ->
                                    asking.answered(inquiry, new RegisterAnswer.NoData(callId))
                                            .isPresent());
                };

        List<Boolean> effects;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            effects =
                    threads.invokeAll(Stream.generate(() -> take).limit(AT_ONCE).toList()).stream()
                            .map(future -> future.resultNow())
                            .toList();
        }

        assertThat(effects).containsOnlyOnce(true);
        assertThat(decisions(id)).hasSize(1);
    }

    @Test
    void doesNotTakeTheAnswerToAnInquiryThatIsNotTheLast() {
        Later.hold(Callbacks.NONE);
        var id = Later.taken(caseId);
        var callId = Later.call(caseId, state -> true).id();
        var inquiry = taken.inquiry(id, callId).orElseThrow();
        Later.REGISTER.forget();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Counter.inquiries(id).contains("2 NotReady"));

        var took = asking.answered(inquiry, new RegisterAnswer.NoData(callId));

        assertThat(took).isEmpty();
        Counter.get(id).then().body("status", equalTo("PENDING"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Callbacks.class,
            names = {"UNKNOWN_CALL", "GARBAGE"})
    void refusesWhatIsOfNoCall(Callbacks how) {
        Later.hold(how);
        var outcome = how == Callbacks.GARBAGE ? "UNREADABLE" : "UNKNOWN_CALL";
        var before = callbacks(outcome);
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> !state.callbacks().isEmpty());
        assertThat(call.callbacks()).containsExactly("500");
        assertThat(callbacks(outcome)).isEqualTo(before + 1);
        Counter.await(id, "CONFIRMED");
    }

    @Test
    void refusesAnAnswerUnderTheNumberOfAnothersCall() {
        Later.REGISTER.forget();
        Later.hold(Callbacks.ANOTHERS_CALL);
        var others = UUID.randomUUID();
        var other = Later.taken(others);
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> !state.callbacks().isEmpty());
        assertThat(call.callbacks()).containsExactly("500");
        assertThat(Later.notTaken(other)).containsExactly("Garbled");
        Counter.get(other).then().body("status", equalTo("PENDING"));
        Counter.await(id, "CONFIRMED");
        assertThat(Later.notTaken(id)).isEmpty();
    }

    @Test
    void refusesAStrangersCertificateInTheHandshake() {
        Later.hold(Callbacks.STRANGER);
        var before =
                metrics.find("regix.callbacks").counters().stream()
                        .mapToDouble(c -> c.count())
                        .sum();
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> !state.callbacks().isEmpty());
        assertThat(call.callbacks()).singleElement().asString().endsWith("Exception");
        assertThat(
                        metrics.find("regix.callbacks").counters().stream()
                                .mapToDouble(c -> c.count())
                                .sum())
                .isEqualTo(before);
        Counter.await(id, "CONFIRMED");
    }

    @Test
    void takesNothingThatIsBrokenOff() {
        Later.hold(Callbacks.HALF);
        var before = callbacks("BROKEN");
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> !state.callbacks().isEmpty());
        assertThat(call.callbacks()).singleElement().asString().endsWith("Exception");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> callbacks("BROKEN") == before + 1);
        Counter.await(id, "CONFIRMED");
    }

    @Test
    void doesNotBelieveWhatSomebodyElseSigned() {
        Later.hold(Callbacks.TWICE);
        Register.REGIX.sign(Signing.ANOTHER);
        var id = Later.taken(caseId);

        Later.REGISTER.ready(caseId);

        var call = Later.call(caseId, state -> state.callbacks().size() == 2);
        Register.REGIX.sign(Signing.GOOD);
        assertThat(call.callbacks()).containsExactly("500", "500");
        assertThat(Later.notTaken(id)).containsExactly("Untrusted", "Untrusted");
        Counter.await(id, "CONFIRMED");
    }

    @Test
    void takesNothingAboutAPersonWhoseDataMayOnlyBeKeptUntilThatIsLifted() {
        Later.hold(Callbacks.ONCE);
        var person = Register.somebody();
        var ref = Suite.subjectRefs().of(person);
        var id = Later.taken(caseId, person);
        Commands.restrict(ref);
        Later.REGISTER.ready(caseId);
        Later.call(caseId, state -> state.callbacks().contains("500"));

        Commands.lift(ref);

        Counter.await(id, "CONFIRMED");
        assertThat(decisions(id)).hasSize(1);
        Later.call(caseId, state -> state.acknowledgements() == 1);
    }

    @Test
    void acknowledgesAgainWhatTheRegisterDidNotHear() {
        Later.hold(Callbacks.ONCE);
        var id = Later.taken(caseId);
        var failed = metrics.counter("regix.acknowledgements", "outcome", "FAILED");
        var before = failed.count();
        Register.SERVER.fault(Fault.of(Fault.Mode.DOWN));
        Later.REGISTER.ready(caseId);
        Counter.await(id, "CONFIRMED");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> failed.count() > before);

        Register.SERVER.fault(Fault.NONE);

        Later.call(caseId, state -> state.acknowledgements() == 1);
    }

    private double callbacks(String outcome) {
        return metrics.counter("regix.callbacks", "outcome", outcome).count();
    }

    private static <T> T inContext(Callable<T> work) throws Exception {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            return work.call();
        } finally {
            request.terminate();
        }
    }

    private static List<String> decisions(UUID id) {
        return Counter.column(
                "select facts ->> 'outcome' from evidence where action = 'INQUIRY'"
                        + " and facts ->> 'outcome' in ('Found', 'NoData') and record_id = '"
                        + id
                        + "'");
    }
}
