package bg.telenor.pay;

import bg.telenor.kit.local.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The ledger as it lies in the database, seen by the service's own role. */
public final class LedgerTables {

    private static final String OWED =
            """
            select coalesce(sum(case e.side when 'DEBIT' then e.amount_minor else -e.amount_minor end), 0)
            from ledger_entry e join ledger_account a on a.id = e.account_id
            where a.kind = 'CUSTOMER' and a.owner = ?\
            """;

    private static final String UNBALANCED =
            """
            select count(*) from (
                select transaction_id from ledger_entry group by transaction_id, currency
                having sum(case side when 'DEBIT' then amount_minor else -amount_minor end) <> 0
                union all
                select t.id from ledger_transaction t
                where (select count(*) from ledger_entry e where e.transaction_id = t.id) < 2) wrong\
            """;

    private LedgerTables() {}

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                Suite.databaseUrl("pay"), "pay_app", Suite.appPassword());
    }

    /** What a holding owes for its purchases, in cents. */
    public static long owed(UUID holding) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(OWED)) {
            statement.setString(1, holding.toString());
            return number(statement.executeQuery());
        }
    }

    public static long unbalanced() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return number(statement.executeQuery(UNBALANCED));
        }
    }

    public static long purchases(UUID holding) throws SQLException {
        try (var connection = connect();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from purchase where holding_id = ?")) {
            statement.setObject(1, holding);
            return number(statement.executeQuery());
        }
    }

    private static long number(ResultSet rows) throws SQLException {
        try (rows) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
