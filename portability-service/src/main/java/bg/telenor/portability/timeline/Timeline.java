package bg.telenor.portability.timeline;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.PortMessage;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happened to each porting, in either direction: its states and the messages about it, as
 * codes with their times. In the caller's transaction, so that it says what was done and nothing
 * else.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Timeline {

    /** What happened. */
    public enum Kind {
        /** It has come into a state. */
        STATE,
        /** Another operator told us something. */
        HEARD,
        /** Another operator has taken a message of ours. */
        TOLD,
        /** Another operator has not taken a message of ours, and will not be tried again. */
        GIVEN_UP
    }

    /**
     * @param what the state, or the message's type
     * @param operator whom the message is from or for; null for a state
     */
    public record Happened(Instant at, Kind kind, String what, OperatorCode operator) {}

    private static final String INSERT =
            "insert into porting_step (record_id, at, kind, what, operator) values (?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final Clock clock;

    Timeline(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void moved(UUID porting, Enum<?> state) {
        append(porting, Kind.STATE, state.name(), null);
    }

    public void heard(UUID porting, PortMessage message, OperatorCode sender) {
        append(porting, Kind.HEARD, message.getClass().getSimpleName(), sender.value());
    }

    public void told(UUID porting, MessageType type, OperatorCode receiver) {
        append(porting, Kind.TOLD, type.wireName(), receiver.value());
    }

    public void givenUp(UUID porting, MessageType type, OperatorCode receiver) {
        append(porting, Kind.GIVEN_UP, type.wireName(), receiver.value());
    }

    /** All of a porting, the oldest first. */
    public List<Happened> of(UUID porting) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select at, kind, what, operator from porting_step
                                 where record_id = ? order by id\
                                """)) {
            query.setObject(1, porting);
            var all = new ArrayList<Happened>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var operator = rows.getString(4);
                    all.add(
                            new Happened(
                                    rows.getObject(1, OffsetDateTime.class).toInstant(),
                                    Kind.valueOf(rows.getString(2)),
                                    rows.getString(3),
                                    operator == null ? null : new OperatorCode(operator)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new PersistenceException("timeline", e);
        }
    }

    void forget(UUID porting) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from porting_step where record_id = ?")) {
            delete.setObject(1, porting);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("timeline", e);
        }
    }

    private void append(UUID porting, Kind kind, String what, String operator) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, porting);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, kind.name());
            insert.setString(4, what);
            insert.setString(5, operator);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("timeline", e);
        }
    }
}
