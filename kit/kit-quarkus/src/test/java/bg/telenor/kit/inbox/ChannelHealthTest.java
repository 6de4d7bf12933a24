package bg.telenor.kit.inbox;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.events.payment.PaymentEvent;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class ChannelHealthTest {

    /** A stopped channel stays stopped: only a restart takes the event up again. */
    @Test
    void aConsumerThatThrowsOutsideTheInboxEndsTheServicesLife() {
        await().until(() -> get("/q/health/live").statusCode() == 200);

        Suite.send(PaymentEvent.TOPIC, UUID.randomUUID().toString(), "{}");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/q/health/live").statusCode() == 503);
        get("/q/health/live")
                .then()
                .body("checks.find { it.status == 'DOWN' }.name", containsString("liveness"))
                .body(
                        "checks.find { it.status == 'DOWN' }.data.payment",
                        containsString("java.lang.IllegalStateException"))
                .body("checks.find { it.status == 'DOWN' }.data.debt", equalTo("[OK]"))
                .body(not(containsString("7523169263")));
    }
}
