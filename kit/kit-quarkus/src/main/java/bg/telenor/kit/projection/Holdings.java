package bg.telenor.kit.projection;

import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.events.holdings.HoldingEvent.HoldingOpened;
import bg.telenor.kit.subject.SubjectRef;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What this service has heard of who has which number. Takes part in the caller's transaction. */
@ApplicationScoped
public class Holdings {

    /**
     * @param until exclusive; null while it lasts
     */
    public record Holding(
            UUID id,
            SubjectRef number,
            SubjectRef person,
            Capacity capacity,
            Instant from,
            Instant until) {}

    private static final String OPEN =
            """
            insert into known_holding (id, number_ref, person_ref, capacity, valid_from)
            values (?, ?, ?, ?, ?)
            on conflict (id) do update
               set person_ref = excluded.person_ref, capacity = excluded.capacity,
                   valid_from = excluded.valid_from""";

    private static final String BETWEEN =
            """
            select id, number_ref, person_ref, capacity, valid_from, valid_until
              from known_holding
             where valid_from <= ? and (valid_until is null or valid_until > ?)""";

    private static final String OF_NUMBER = BETWEEN + " and number_ref = ? order by valid_from, id";

    private static final String OF_PERSON = BETWEEN + " and person_ref = ? order by valid_from, id";

    private final AgroalDataSource dataSource;

    Holdings(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Remembers what consent-service said. */
    public void heard(HoldingEvent event) {
        switch (event) {
            case HoldingOpened e -> open(e);
            case HoldingClosed e -> close(e);
        }
    }

    /** The holdings of a number that last at a moment. */
    public List<Holding> ofNumber(SubjectRef number, Instant at) {
        return ofNumber(number, at, at);
    }

    /** The holdings of a number that last at some moment from one to another. */
    public List<Holding> ofNumber(SubjectRef number, Instant from, Instant to) {
        return find(OF_NUMBER, number, from, to);
    }

    /** The holdings of a person that last at a moment. */
    public List<Holding> ofPerson(SubjectRef person, Instant at) {
        return find(OF_PERSON, person, at, at);
    }

    private List<Holding> find(String query, SubjectRef of, Instant from, Instant to) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, to.atOffset(ZoneOffset.UTC));
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setString(3, of.value());
            var holdings = new ArrayList<Holding>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    holdings.add(holding(rows));
                }
            }
            return List.copyOf(holdings);
        } catch (SQLException e) {
            throw new IllegalStateException("holdings cannot be read", e);
        }
    }

    private void open(HoldingOpened event) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OPEN)) {
            statement.setObject(1, event.holdingId());
            statement.setString(2, event.key().value());
            statement.setString(3, event.person().value());
            statement.setString(4, event.capacity().name());
            statement.setObject(5, event.from().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a holding cannot be remembered", e);
        }
    }

    private void close(HoldingClosed event) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                "update known_holding set valid_until = ? where id = ?")) {
            statement.setObject(1, event.until().atOffset(ZoneOffset.UTC));
            statement.setObject(2, event.holdingId());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the end of a holding cannot be remembered", e);
        }
    }

    private static Holding holding(ResultSet row) throws SQLException {
        var until = row.getObject("valid_until", OffsetDateTime.class);
        return new Holding(
                row.getObject("id", UUID.class),
                new SubjectRef(row.getString("number_ref")),
                new SubjectRef(row.getString("person_ref")),
                Capacity.valueOf(row.getString("capacity")),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }
}
