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
            select c.relname || '.' || a.attname
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition and c.relname not like 'flyway%'
              and a.attnum > 0 and not a.attisdropped
              and coalesce(col_description(c.oid, a.attnum), '')
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
