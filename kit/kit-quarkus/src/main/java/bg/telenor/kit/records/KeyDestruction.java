package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent;
import bg.telenor.events.rights.RightsAnswerEvent;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.vault.Vault;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Destroys retired keys after the commit that retired them, and only then says that the data is
 * gone. A death at any point repeats the step, which changes nothing the second time.
 */
@ApplicationScoped
class KeyDestruction {

    private record Pending(long id, List<UUID> keys, List<String> events) {}

    private final AgroalDataSource database;
    private final Vault vault;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;
    private final EventCodec codec = new EventCodec();

    KeyDestruction(
            AgroalDataSource database,
            Vault vault,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
    }

    /**
     * In the transaction that retired the keys: asks for their end, and for the events after it.
     */
    void request(List<UUID> keys, List<PublishedEvent> then) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO key_destruction (key_ids, events, requested_at)"
                                        + " VALUES (?, ?, ?)")) {
            insert.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            insert.setArray(2, texts(connection, then));
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("key destruction", e);
        }
    }

    @Scheduled(
            every = "${suite.vault.destroy-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void finish() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::finishOne);
        }
    }

    /** The row stays locked while the keys database is asked: no other replica repeats the step. */
    private boolean finishOne() {
        var pending = claim();
        pending.ifPresent(
                erasure -> {
                    vault.destroy(erasure.keys());
                    erasure.events().forEach(text -> outbox.publish(event(text)));
                    delete(erasure.id());
                });
        return pending.isPresent();
    }

    private Optional<Pending> claim() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "SELECT id, key_ids, events FROM key_destruction"
                                        + " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED");
                var rows = query.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Pending(
                            rows.getLong(1),
                            List.of((UUID[]) rows.getArray(2).getArray()),
                            List.of((String[]) rows.getArray(3).getArray())));
        } catch (SQLException e) {
            throw new PersistenceException("key destruction", e);
        }
    }

    private void delete(long id) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("DELETE FROM key_destruction WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("key destruction", e);
        }
    }

    private Array texts(Connection connection, List<PublishedEvent> events) throws SQLException {
        var texts =
                events.stream()
                        .map(
                                event ->
                                        EventEnvelope.of(
                                                UUID.randomUUID(),
                                                service,
                                                clock.instant(),
                                                null,
                                                event))
                        .map(codec::encode)
                        .toArray();
        return connection.createArrayOf("text", texts);
    }

    private PublishedEvent event(String text) {
        Optional<PublishedEvent> erased =
                codec.decode(text, IntakeEvent.class).map(EventEnvelope::data);
        return erased.or(() -> codec.decode(text, RightsAnswerEvent.class).map(EventEnvelope::data))
                .orElseThrow();
    }
}
