package bg.telenor.identity.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clerk stands in a shop, and asks about no more persons than one can serve. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class QuotaTest {

    @Inject CounterConfig config;
    @Inject Clerks clerks;

    private final Desk desk = new Desk();
    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "S", "sofia-01", "SOFIA 01", "0888001234", "A-SHOP-OF-TOO-MANY-LETTERS"})
    void aCounterIsInAShop(String shop) {
        Desk.askAs(desk.token().shop(shop), Counter.body(caseId, Register.somebody()))
                .then()
                .statusCode(422)
                .body("code", equalTo("SHOP_MISSING"));

        nothingWasAsked();
    }

    @Test
    void whoIsNoCounterNeedsNoShop() {
        var elsewhere =
                Suite.token("call-centre")
                        .scopes("references.create")
                        .audience("identity-service")
                        .employee("agent")
                        .shop(null);

        Desk.askAs(elsewhere, Counter.body(caseId, Register.somebody())).then().statusCode(201);
    }

    @Test
    void whoHasAskedEnoughInAnHourAsksLater() {
        desk.askedBefore(config.perHour(), 20);

        var refused = desk.ask(Counter.body(caseId, Register.somebody()));

        refused.then().statusCode(429).body("code", equalTo("CLERK_QUOTA_REACHED"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(39 * 60, 40 * 60);
        nothingWasAsked();
    }

    @Test
    void whoHasAskedEnoughInADayAsksTomorrow() {
        desk.askedBefore(config.perDay(), 4 * 60);

        var refused = desk.ask(Counter.body(caseId, Register.somebody()));

        refused.then().statusCode(429);
        assertThat(Integer.parseInt(refused.header("Retry-After")))
                .isBetween(20 * 3600 - 60, 20 * 3600);
        nothingWasAsked();
    }

    @Test
    void asksAgainWhenTheHourIsOver() {
        desk.askedBefore(config.perHour(), 61);

        desk.ask(Counter.body(caseId, Register.somebody())).then().statusCode(201);
    }

    @Test
    void oneClerksQuotaIsNotAnothers() {
        desk.askedBefore(config.perHour(), 20);

        new Desk().ask(Counter.body(caseId, Register.somebody())).then().statusCode(201);
    }

    @Test
    void whatIsAnsweredWithoutTheRegisterDoesNotCount() {
        desk.askedBefore(config.perHour() - 1, 20);
        var body = Counter.body(caseId, Register.somebody());
        var first = Counter.idOf(desk.ask(body));

        var again = desk.ask(body);

        again.then().statusCode(201).body("id", equalTo(first.toString()));
    }

    @Test
    void ofThoseThatComeAtOnceOnlyTheLastThatIsLeftIsAsked() throws Exception {
        desk.askedBefore(config.perHour() - 1, 20);

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(
                            IntStream.range(0, 4)
                                    .mapToObj(
                                            n ->
                                                    (Callable<Integer>)
                                                            () ->
                                                                    desk.ask(
                                                                                    Counter.body(
                                                                                            Register
                                                                                                    .somebody()))
                                                                            .statusCode())
                                    .toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsExactlyInAnyOrder(201, 429, 429, 429);
        }
    }

    @Test
    void theOfficerHearsOfItOnceInAnHour() {
        desk.askedBefore(config.perHour(), 20);
        desk.ask(Counter.body(caseId, Register.somebody())).then().statusCode(429);
        desk.ask(Counter.body(caseId, Register.somebody())).then().statusCode(429);

        assertThat(desk.flags())
                .singleElement()
                .satisfies(
                        flag -> {
                            assertThat(flag)
                                    .containsEntry("kind", "QUOTA")
                                    .containsEntry("shop", "SOFIA-01")
                                    .containsEntry("caseId", caseId.toString())
                                    .doesNotContainKey("referenceId");
                        });
    }

    @Test
    void whatWasAskedBeforeTheWindowIsForgotten() {
        desk.askedBefore(2, 60 * 24 * 31);
        desk.askedBefore(1, 60 * 24 * 29);

        clerks.forget();

        assertThat(
                        Counter.column(
                                "select 1 from counter_question where clerk_ref = '"
                                        + desk.ref()
                                        + "'"))
                .hasSize(1);
    }

    private void nothingWasAsked() {
        assertThat(Register.REGIX.callContexts())
                .noneMatch(context -> caseId.toString().equals(context.get("ServiceURI")));
    }
}
