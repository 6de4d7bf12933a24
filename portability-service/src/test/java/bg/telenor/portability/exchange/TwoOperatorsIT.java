package bg.telenor.portability.exchange;

import static bg.telenor.portability.exchange.TwoOperators.numberOfA1;
import static bg.telenor.portability.exchange.TwoOperators.numberOfTelenor;
import static bg.telenor.portability.exchange.TwoOperators.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every message and refusal between two operators that both run this service as it is packaged. */
@Execution(ExecutionMode.CONCURRENT)
class TwoOperatorsIT {

    private static final TwoOperators BOTH = TwoOperators.get();

    private final OperatorInstance telenor = BOTH.telenor;
    private final OperatorInstance a1 = BOTH.a1;
    private final Egn person = somebody();

    @Test
    void aNumberGoesToTheOtherOperatorAndComesBack() {
        var number = numberOfTelenor();
        telenor.holds(person, number, Capacity.SUBSCRIBER);
        a1.holds(person, number, Capacity.SUBSCRIBER);

        a1.await(a1.startPorting(person, number, "TELENOR"), "COMPLETED");
        awaitServedBy(number, "A1");
        telenor.await(telenor.startPorting(person, number, "A1"), "COMPLETED");

        awaitServedBy(number, "TELENOR");
        assertThat(telenor.history(number)).isEqualTo(a1.history(number)).contains("A1", "TELENOR");
    }

    @Test
    void aNumberThatNobodyServesIsUnknown() {
        assertThat(refusal(new Msisdn("+35924000123"))).containsExactly("NUMBER_UNKNOWN");
    }

    @Test
    void anothersNumberIsNotTheDonors() {
        assertThat(refusal(new Msisdn("+359877000123"))).containsExactly("NOT_DONOR");
    }

    @Test
    void aNumberThatNobodyHoldsIsInactive() {
        assertThat(refusal(numberOfA1())).containsExactly("NUMBER_INACTIVE");
    }

    @Test
    void aStrangersNumberStays() {
        var number = numberOfA1();
        a1.holds(somebody(), number, Capacity.SUBSCRIBER);

        assertThat(refusal(number)).containsExactly("ID_MISMATCH");
    }

    @Test
    void aUserIsNotTheHolder() {
        var number = numberOfA1();
        a1.holds(somebody(), number, Capacity.SUBSCRIBER);
        a1.holds(person, number, Capacity.USER);

        assertThat(refusal(number)).containsExactly("NOT_HOLDER");
    }

    @Test
    void theCustomerTakesTheWishBack() {
        var number = numberOfA1();
        var id = scheduled(number);

        telenor.tell(id, "cancellation", "{}").then().statusCode(200);

        a1.awaitPortOut(id, "CANCELLED");
        telenor.await(id, "CANCELLED");
        assertThat(telenor.history(number)).isNull();
        assertThat(a1.history(number)).isNull();
    }

    @Test
    void theDonorTakesItsWordBack() {
        var number = numberOfA1();
        var id = scheduled(number);

        a1.decide(id, "{\"decision\":\"CANCEL\",\"ground\":\"FRAUD_SUSPECTED\"}")
                .then()
                .statusCode(200);

        telenor.await(id, "WITHDRAWN");
        assertThat(a1.history(number)).isNull();
    }

    @Test
    void theDonorHasTheWindowMoved() {
        var id = scheduled(numberOfA1());
        var later = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);

        a1.decide(
                        id,
                        """
                        {"decision":"POSTPONE","ground":"TECHNICAL_FAULT","notBefore":"%s"}\
                        """
                                .formatted(later))
                .then()
                .statusCode(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> telenor.porting(id).getString("window.from"),
                        from -> from != null && !Instant.parse(from).isBefore(later));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> a1.windowOf(id), from -> !from.isBefore(later));
        telenor.tell(id, "cancellation", "{}").then().statusCode(200);
        a1.awaitPortOut(id, "CANCELLED");
    }

    @Test
    void aNumberThatDoesNotWorkGoesBack() {
        var number = numberOfA1();
        a1.holds(person, number, Capacity.SUBSCRIBER);
        var id = telenor.startPorting(person, number, "A1");
        telenor.await(id, "COMPLETED");

        telenor.tell(id, "reversal", "{\"ground\":\"ACTIVATION_FAILED\"}").then().statusCode(200);

        telenor.await(id, "REVERSED");
        assertThat(a1.portOutStatus(id)).isEqualTo("REVERSED");
        awaitServedBy(number, "A1");
        assertThat(telenor.history(number)).isEqualTo(a1.history(number)).contains("TELENOR", "A1");
    }

    @Test
    void aNumberStaysWhenItsDonorFindsThatItIsTooLate() throws InterruptedException {
        var number = numberOfTelenor();
        telenor.holds(person, number, Capacity.SUBSCRIBER);
        var id = a1.startPorting(person, number, "TELENOR");
        a1.await(id, "COMPLETED");
        // The donor's term, which is shorter than the recipient's.
        Thread.sleep(TwoOperators.REVERSAL_OF_TELENOR.plusSeconds(1));

        a1.tell(id, "reversal", "{\"ground\":\"MISTAKE\"}").then().statusCode(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "TOO_LATE".equals(telenor.reversalRefused(id)));
        a1.await(id, "COMPLETED");
        awaitServedBy(number, "A1");
    }

    @Test
    void whoHasNoCertificateIsNotHeard() {
        var request = HttpRequest.newBuilder(BOTH.toTelenor.uri()).build();

        try (var stranger = HttpClient.newBuilder().sslContext(BOTH.strangersTls()).build()) {
            assertThatIOException()
                    .isThrownBy(() -> stranger.send(request, BodyHandlers.discarding()));
        }
    }

    /** A porting from A1 to TELENOR that waits for its window. */
    private UUID scheduled(Msisdn number) {
        a1.holds(person, number, Capacity.SUBSCRIBER);
        var id = telenor.startPorting(person, number, "A1");
        a1.awaitPortOut(id, "SCHEDULED");
        return id;
    }

    private List<String> refusal(Msisdn number) {
        var id = telenor.startPorting(person, number, "A1");
        return telenor.await(id, "REJECTED").getList("rejectCodes");
    }

    private void awaitServedBy(Msisdn number, String operator) {
        for (var side : List.of(telenor, a1)) {
            Awaitility.await(side.code + " knows who serves it")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> operator.equals(side.servedBy(number)));
        }
    }
}
