package bg.telenor.pay;

import static io.restassured.RestAssured.given;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Our channel, and billing behind it that says who has which number. */
public final class Shop {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Nobody's: born in 1842. */
    private static final String SOMEBODY = "422803002";

    private Shop() {}

    /** A number that no other test uses. */
    public static Msisdn newNumber() {
        return new Msisdn("+35988800%04d".formatted(COUNTER.getAndIncrement()));
    }

    public static SubjectRef ref(Msisdn number) {
        return Suite.subjectRefs().of(number);
    }

    /** Somebody subscribes to a number; told on Kafka, so it shows a little later. */
    public static UUID hold(Msisdn number) {
        return hold(number, Capacity.SUBSCRIBER, Instant.now().minusSeconds(60));
    }

    public static UUID hold(Msisdn number, Capacity capacity, Instant from) {
        var person = new Egn(SOMEBODY + Egn.checkDigit(SOMEBODY));
        var holding = UUID.randomUUID();
        Suite.send(
                SuiteService.CONSENT,
                new HoldingOpened(
                        ref(number), holding, Suite.subjectRefs().of(person), capacity, from));
        return holding;
    }

    public static void endHolding(Msisdn number, UUID holding, Instant until) {
        Suite.send(SuiteService.CONSENT, new HoldingClosed(ref(number), holding, until));
    }

    /** An offer to link, made as soon as the number's holding is known. */
    public static JsonPath offered(Msisdn number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> offer(number), response -> response.statusCode() == 201)
                .jsonPath();
    }

    public static Response offer(Msisdn number) {
        return creating().body(body(number)).post("/v1/store-links");
    }

    public static Map<String, String> body(Msisdn number) {
        return Map.of("number", number.e164(), "store", "GOOGLE_PLAY");
    }

    public static Response link(String id) {
        return request().get("/v1/store-links/" + id);
    }

    public static JsonPath purchases(Msisdn number) {
        return search(Map.of("number", number.e164())).then().statusCode(200).extract().jsonPath();
    }

    public static Response search(Map<String, String> query) {
        return request().body(query).post("/v1/purchase-searches");
    }

    public static RequestSpecification creating() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static RequestSpecification request() {
        return given().auth().oauth2(Suite.token("shop").text()).contentType("application/json");
    }
}
