package bg.telenor.kit.inbox;

import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.events.rights.RightsAnswerEvent;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.PublishedEvent;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What this service knows of the events that came: handled, parked, or of erased subjects. */
@ApplicationScoped
class InboxRows {

    /** How an event stands to those of its key that wait for a replay. */
    enum Standing {
        /** None of its key waits. */
        FREE,
        /** It is itself the first that waits, and this is its replay. */
        NEXT,
        /** Others wait before it. */
        BEHIND,
        /** It waits itself, and this is no replay. */
        PARKED
    }

    private final AgroalDataSource dataSource;
    private final Catalogue catalogue;
    private final Clock clock;

    InboxRows(AgroalDataSource dataSource, Catalogue catalogue, Clock clock) {
        this.dataSource = dataSource;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Standing standing(Delivery delivery, UUID id) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                select id, bool_or(id = ?) over () from parked_event
                                 where consumer = ? and topic = ? and key = ?
                                 order by seq limit 1""")) {
            statement.setObject(1, id);
            statement.setString(2, delivery.consumer());
            statement.setString(3, delivery.topic());
            statement.setString(4, delivery.key());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Standing.FREE;
                }
                var isFirst = rows.getObject(1, UUID.class).equals(id);
                var isParked = rows.getBoolean(2);
                if (isParked && !delivery.isReplay()) {
                    return Standing.PARKED;
                }
                return isFirst ? Standing.NEXT : Standing.BEHIND;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("parked events cannot be read", e);
        }
    }

    /** Remembers the event as handled; false when it is remembered already. */
    boolean isNew(String consumer, EventEnvelope<?> event) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into inbox (consumer, id, day) values (?, ?, ?)
                                on conflict do nothing""")) {
            statement.setString(1, consumer);
            statement.setObject(2, event.id());
            statement.setObject(3, day(event));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("inbox cannot be written", e);
        }
    }

    boolean isHandled(String consumer, EventEnvelope<?> event) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select 1 from inbox where consumer = ? and id = ? and day = ?")) {
            statement.setString(1, consumer);
            statement.setObject(2, event.id());
            statement.setObject(3, day(event));
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("inbox cannot be read", e);
        }
    }

    /** Whether the event would bring back what was erased after it happened. */
    boolean isErasedSince(EventEnvelope<? extends PublishedEvent> event) {
        if (outlivesErasure(event.data())) {
            return false;
        }
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                select 1 from erased_subject
                                 where subject_ref = ? and from_at <= ? and until_at > ?""")) {
            statement.setString(1, event.data().kafkaKey());
            statement.setObject(2, event.time().atOffset(ZoneOffset.UTC));
            statement.setObject(3, event.time().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("erased subjects cannot be read", e);
        }
    }

    /**
     * What asks for, answers or reports an erasure brings nothing back, and must arrive. So must
     * what is said of records that a law holds back: their service did not erase them.
     */
    private boolean outlivesErasure(PublishedEvent event) {
        return switch (event) {
            case RightsEvent e -> true;
            case RightsAnswerEvent e -> true;
            case DataErased e -> true;
            case DataReceived e -> catalogue.isHeldByLaw(e.purpose(), e.record());
            case DataDisclosed e -> catalogue.isHeldByLaw(e.purpose(), e.record());
            default -> false;
        };
    }

    /** Puts the event behind those of its key that wait; its place, new or had, is returned. */
    long park(Delivery delivery, UUID id, String reason) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into parked_event
                                       (consumer, id, topic, key, reason, parked_at)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict (consumer, id) do update set reason = excluded.reason
                                returning seq""")) {
            statement.setString(1, delivery.consumer());
            statement.setObject(2, id);
            statement.setString(3, delivery.topic());
            statement.setString(4, delivery.key());
            statement.setString(5, reason);
            statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an event cannot be parked", e);
        }
    }

    /** The event waits no longer, if it did. */
    void release(String consumer, UUID id) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                "delete from parked_event where consumer = ? and id = ?")) {
            statement.setString(1, consumer);
            statement.setObject(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an event cannot be released", e);
        }
    }

    static LocalDate day(EventEnvelope<?> event) {
        return LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    }
}
