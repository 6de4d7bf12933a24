package bg.telenor.kit.local;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Every column says by its SQL comment of what kind it is, so that personal data outside the vault
 * is seen in review and refused by a test.
 */
public final class ColumnKinds {

    private static final String UNDECLARED =
            """
            select table_name || '.' || column_name
            from information_schema.columns c
            where table_schema = 'public' and table_name <> 'flyway_schema_history'
              and not exists (select 1 from pg_inherits i
                              where i.inhrelid = (quote_ident(c.table_name))::regclass)
              and coalesce(col_description((quote_ident(c.table_name))::regclass,
                                           c.ordinal_position::int), '')
                  !~ '^(ID|REF|STATE|TIME|CODED|MONEY|SEALED|TECH): \\S'
            order by 1
            """;

    private ColumnKinds() {}

    /**
     * @throws AssertionError with the columns whose comment does not begin with a kind
     */
    public static void check(String jdbcUrl, String user, String password) {
        var undeclared = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(UNDECLARED)) {
            while (rows.next()) {
                undeclared.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("columns cannot be read", e);
        }
        if (!undeclared.isEmpty()) {
            throw new AssertionError("columns without a declared kind: " + undeclared);
        }
    }
}
