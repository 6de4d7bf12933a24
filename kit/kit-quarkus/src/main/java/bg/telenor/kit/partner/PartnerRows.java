package bg.telenor.kit.partner;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/**
 * Row-level security: says, for the running transaction, whose rows it may see. Unset means none.
 */
@ApplicationScoped
public class PartnerRows {

    /** What policies take for "all": no OAuth client can be called so. */
    private static final String ALL = "*";

    private final AgroalDataSource database;

    PartnerRows(AgroalDataSource database) {
        this.database = database;
    }

    /** Only the rows of this OAuth client, for the rest of the transaction. */
    public void of(String client) {
        if (client.equals(ALL)) {
            throw new IllegalArgumentException("not a client");
        }
        set(client);
    }

    /** All rows: for jobs and consumers, which act for nobody in particular. */
    public void all() {
        set(ALL);
    }

    private void set(String client) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT set_config('app.client', ?, true)")) {
            statement.setString(1, client);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction's client cannot be set", e);
        }
    }
}
