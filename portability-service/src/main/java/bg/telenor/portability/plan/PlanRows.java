package bg.telenor.portability.plan;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.NumberKind;
import bg.telenor.portability.domain.NumberRange;
import bg.telenor.portability.domain.NumberingPlan;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of the plan in force, in the running transaction where there is one. */
@ApplicationScoped
class PlanRows {

    /** Of two imports at once the second waits here, and then takes the place of the first. */
    private static final String SAY =
            """
            insert into numbering_plan (singleton, id, imported_at) values (true, ?, ?)
            on conflict (singleton) do update
               set id = excluded.id, imported_at = excluded.imported_at""";

    private static final String ADD =
            """
            insert into number_range (first_digits, valid_from, valid_until, kind, operator)
            values (?, ?, ?, ?, ?)""";

    /** One statement, so that plan and ranges are of one moment. */
    private static final String READ =
            """
            select p.id, p.imported_at, r.first_digits, r.kind, r.operator, r.valid_from,
                   r.valid_until
              from numbering_plan p cross join number_range r""";

    private final AgroalDataSource database;

    PlanRows(AgroalDataSource database) {
        this.database = database;
    }

    void replace(UUID id, Instant at, NumberingPlan plan) {
        try (var connection = database.getConnection()) {
            try (var say = connection.prepareStatement(SAY)) {
                say.setObject(1, id);
                say.setObject(2, at.atOffset(ZoneOffset.UTC));
                say.executeUpdate();
            }
            try (var forget = connection.prepareStatement("delete from number_range")) {
                forget.executeUpdate();
            }
            add(connection, plan.ranges());
        } catch (SQLException e) {
            throw new IllegalStateException("the numbering plan cannot be written", e);
        }
    }

    Optional<Plans.Imported> read() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(READ);
                var rows = statement.executeQuery()) {
            UUID id = null;
            Instant at = null;
            var ranges = new ArrayList<NumberRange>();
            while (rows.next()) {
                id = rows.getObject("id", UUID.class);
                at = instant(rows, "imported_at");
                ranges.add(range(rows));
            }
            return id == null
                    ? Optional.empty()
                    : Optional.of(new Plans.Imported(id, at, new NumberingPlan(ranges)));
        } catch (SQLException e) {
            throw new IllegalStateException("the numbering plan cannot be read", e);
        }
    }

    private static void add(Connection connection, List<NumberRange> ranges) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            for (var range : ranges) {
                add.setString(1, range.firstDigits());
                add.setObject(2, range.from().atOffset(ZoneOffset.UTC));
                add.setObject(
                        3, range.until() == null ? null : range.until().atOffset(ZoneOffset.UTC));
                add.setString(4, range.kind().name());
                add.setString(5, range.operator().value());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private static NumberRange range(ResultSet row) throws SQLException {
        return new NumberRange(
                row.getString("first_digits"),
                NumberKind.valueOf(row.getString("kind")),
                new OperatorCode(row.getString("operator")),
                instant(row, "valid_from"),
                instant(row, "valid_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
