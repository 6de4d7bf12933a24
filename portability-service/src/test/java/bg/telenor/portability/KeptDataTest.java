package bg.telenor.portability;

import static bg.telenor.portability.Others.A1;
import static bg.telenor.portability.Others.VIVACOM;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.operator.PortingDesk;
import bg.telenor.events.Topic;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.kit.local.IdentityStandIn;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.message.OutgoingMessages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class KeptDataTest {

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Others.somebody();

    @Inject Records records;
    @Inject OutgoingMessages messages;
    @Inject PartnerRows rows;
    @Inject EntityManager em;

    @Test
    void saysOfAPortingToUsThatItIsTheCustomersOwnData() {
        var id = Shop.started(caseId, person, Others.numberOfA1());

        var received = Suite.await(Topic.INTAKE, id, "DataReceived").data();

        assertThat(received.path("purpose").asText()).isEqualTo("NUMBER_PORTABILITY");
        assertThat(received.path("source").asText()).isEqualTo("DATA_SUBJECT");
        assertThat(received.path("caseId").asText()).isEqualTo(caseId.toString());
    }

    @Test
    void saysOfAPortingAwayFromUsThatTheRecipientToldIt() throws Exception {
        var id = asked(A1);

        var received = Suite.await(Topic.INTAKE, id, "DataReceived").data();

        assertThat(received.path("source").asText()).isEqualTo("RECIPIENT_OPERATOR");
    }

    @Test
    void saysThatTheDonorWasTold() {
        IdentityStandIn.confirm(caseId, person);
        var id = Shop.started(caseId, person, Others.numberOfA1());

        var disclosed = Suite.await(Topic.INTAKE, id, "DataDisclosed").data();

        assertThat(disclosed.path("recipient").asText()).isEqualTo("A1");
    }

    @Test
    void keepsNoRowOfAPortingWhoseContentIsErased() {
        var id = Shop.started(caseId, person, Others.numberOfA1());

        erase(id);

        assertThat(Database.ask("select 1 from port_in where id = ?", id)).isNull();
        assertThat(Database.ask("select 1 from port_in_number where port_in_id = ?", id)).isNull();
        Shop.get(id).then().statusCode(404);
    }

    @Test
    void keepsNoRowOfAPortingAwayWhoseContentIsErased() throws Exception {
        var id = asked(A1);

        erase(id);

        assertThat(Database.ask("select 1 from port_out where id = ?", id)).isNull();
        assertThat(Database.ask("select 1 from queued_message where record_id = ?", id)).isNull();
    }

    @Test
    void leavesNoMessageOfAPortingThatIsErasedWhileOneIsQueued() throws Exception {
        var id = Shop.started(caseId, person, Others.numberOfA1());

        eraseWhileQueueing(MessageType.PORT_REQUEST, "port_in", id);

        assertThat(Database.ask("select 1 from queued_message where record_id = ?", id)).isNull();
    }

    @Test
    void leavesNoMessageOfAPortingAwayThatIsErasedWhileOneIsQueued() throws Exception {
        var id = asked(A1);
        awaitDecision(id);

        eraseWhileQueueing(MessageType.PORT_ACCEPT, "port_out", id);

        assertThat(Database.ask("select 1 from queued_message where record_id = ?", id)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"port_out", "port_out_number", "received_message"})
    void showsAPartnerOnlyItsOwnRows(String table) throws Exception {
        asked(A1);
        asked(VIVACOM);

        var all = seen(table, "*");
        var ofA1 = seen(table, "a1");
        var ofVivacom = seen(table, "vivacom");

        assertThat(seen(table, "")).isZero();
        assertThat(ofA1).isPositive().isLessThan(all);
        assertThat(ofVivacom).isPositive().isLessThan(all);
    }

    private void erase(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> records.erase(RecordType.PORTING, id, DataErased.Reason.REQUEST));
    }

    /**
     * The transaction that queues commits when the one that erases has come as far as to its lock.
     */
    private void eraseWhileQueueing(MessageType type, String table, UUID id) throws Exception {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var erasing =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () -> {
                                        rows.all();
                                        lock(table, id);
                                        messages.queue(type, id, id, new OperatorCode("A1"));
                                        var started = other.submit(() -> erase(id));
                                        Awaitility.await()
                                                .pollInSameThread()
                                                .until(this::somebodyWaitsForUs);
                                        return started;
                                    });
            erasing.get();
        }
    }

    private static void awaitDecision(UUID id) {
        Awaitility.await()
                .until(
                        () -> Database.ask("select status from port_out where id = ?", id),
                        status -> !"RECEIVED".equals(status));
    }

    private void lock(String table, UUID id) {
        em.createNativeQuery("select 1 from " + table + " where id = ?1 for update")
                .setParameter(1, id)
                .getSingleResult();
    }

    private boolean somebodyWaitsForUs() {
        return (boolean)
                em.createNativeQuery(
                                """
                                select exists (select from pg_stat_activity
                                    where pg_backend_pid() = any (pg_blocking_pids(pid)))\
                                """)
                        .getSingleResult();
    }

    private UUID asked(PortingDesk operator) throws Exception {
        var portingId = UUID.randomUUID();
        var message =
                operator.message(
                        portingId,
                        "PortRequest",
                        Map.of(
                                "numbers",
                                List.of(Others.numberOfOurs().e164()),
                                "identifier",
                                Map.of("type", "EGN", "value", person.value()),
                                "documentNumber",
                                "100003755",
                                "contract",
                                "PREPAID",
                                "together",
                                true));
        assertThat(operator.bring(message).body().path("status").asText())
                .isEqualTo("ACKNOWLEDGED");
        return (UUID) Database.ask("select id from port_out where porting_id = ?", portingId);
    }

    private static long seen(String table, String client) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                Suite.databaseUrl("portability"),
                                "portability_app",
                                Suite.appPassword());
                var statement = connection.createStatement()) {
            statement.execute("set app.client = '" + client + "'");
            try (var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
