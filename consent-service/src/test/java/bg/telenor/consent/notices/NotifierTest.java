package bg.telenor.consent.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.notifier.Message;
import bg.telenor.counterparts.notifier.NotifierCounterpart;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the notifier as it is, over Kafka and HTTP. */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class NotifierTest {

    @TestHTTPResource("/")
    URI service;

    private NotifierCounterpart notifier;
    private CounterpartServer server;

    @BeforeEach
    void open() {
        Supplier<String> tokens = () -> Suite.token("notifier").text();
        notifier = new NotifierCounterpart(Suite.bootstrapServers(), owner -> service, tokens);
        server = CounterpartServer.start(notifier, 0, new TlsFolder(Suite.tls()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void hearsOfANoticeAndFetchesIt() {
        var number = People.number();
        owed(People.someone(), number);

        var message = awaitMessage(number);

        assertThat(message.channel()).isEqualTo("SMS");
        assertThat(message.text()).startsWith("Telenor:");
        Api.officer()
                .get("/v1/notices?status=DELIVERED")
                .then()
                .body("notices.id", hasItem(message.id().toString()));
    }

    @Test
    void fetchesLaterWhatItMissedWhileItWasDown() {
        server.fault(Fault.of(Fault.Mode.DOWN));
        var person = People.someone();
        var number = People.number();
        owed(person, number);
        var key = Suite.subjectRefs().of(person).value();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                !Suite.records("notices", record -> key.equals(record.key()))
                                        .isEmpty());
        assertThat(notifier.sent()).extracting(Message::address).doesNotContain(number.e164());

        server.fault(Fault.NONE);

        awaitMessage(number);
    }

    private Message awaitMessage(Msisdn number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(notifier.sent())
                                        .extracting(Message::address)
                                        .containsOnlyOnce(number.e164()));
        return notifier.sent().stream()
                .filter(message -> message.address().equals(number.e164()))
                .findFirst()
                .orElseThrow();
    }

    private static void owed(Egn person, Msisdn number) {
        Api.holds(person, number);
        Suite.send(
                SuiteService.IDENTITY,
                new DataReceived(
                        Suite.subjectRefs().of(person),
                        UUID.randomUUID(),
                        RecordType.IDENTITY_REFERENCE,
                        Purpose.CONTRACT_CONCLUSION,
                        Source.REGIX_BDS,
                        null,
                        Instant.now(),
                        LocalDate.parse("2036-01-01")));
    }
}
