package bg.telenor.portability;

import bg.telenor.counterparts.operator.PortingDesk;
import bg.telenor.counterparts.operator.PortingDesk.Received;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Who has our numbers, and who wants them. */
public final class Leaving {

    private Leaving() {}

    /** Consent-service says that a person has a number since then. */
    public static UUID holds(Egn person, Msisdn number, Capacity capacity, Instant from) {
        var id = UUID.randomUUID();
        var refs = Suite.subjectRefs();
        Suite.send(
                SuiteService.CONSENT,
                new HoldingOpened(refs.of(number), id, refs.of(person), capacity, from));
        await("select 1 from known_holding where id = ?", id);
        return id;
    }

    /** It says that a person has a number no longer. */
    public static void ends(UUID holding, Msisdn number, Instant until) {
        Suite.send(
                SuiteService.CONSENT,
                new HoldingClosed(Suite.subjectRefs().of(number), holding, until));
        await("select 1 from known_holding where id = ? and valid_until is not null", holding);
    }

    /** An operator asks in a person's name; what follows is the test's. */
    public static UUID asks(PortingDesk operator, Egn person, Msisdn number) {
        var portingId = UUID.randomUUID();
        var request =
                Map.of(
                        "numbers",
                        List.of(number.e164()),
                        "identifier",
                        Map.of("type", "EGN", "value", person.value()),
                        "documentNumber",
                        "100003755",
                        "contract",
                        "PREPAID",
                        "together",
                        true);
        try {
            operator.bring(operator.message(portingId, "PortRequest", request));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return portingId;
    }

    /** The porting as it is to us. */
    public static UUID ours(UUID portingId) {
        return (UUID) Database.ask("select id from port_out where porting_id = ?", portingId);
    }

    public static void awaitStatus(UUID portingId, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Database.ask(
                                        "select status from port_out where porting_id = ?",
                                        portingId),
                        status::equals);
    }

    /** The time in which the holder can say no goes by. */
    public static void letTheHolderBeSilent(UUID portingId) {
        awaitStatus(portingId, "ANNOUNCED");
        Database.ask(
                "update port_out set due_at = received_at where porting_id = ? returning id",
                portingId);
        awaitStatus(portingId, "ACCEPTED");
    }

    /** What an operator heard of us first of this type. */
    public static Received heard(PortingDesk operator, UUID portingId, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                operator.received(portingId).stream()
                                        .filter(message -> message.type().equals(type))
                                        .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** Why it was refused a number. */
    public static List<String> refusal(PortingDesk operator, UUID portingId) {
        return heard(operator, portingId, "PortReject")
                .body()
                .path("codes")
                .valueStream()
                .map(code -> code.asText())
                .toList();
    }

    private static void await(String query, UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.ask(query, id) != null);
    }
}
