package bg.telenor.kit.partner;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Row-level security: says, for the running transaction, whose rows it may see. Unset means none.
 */
@ApplicationScoped
public class PartnerRows {

    /** Only the rows of this OAuth client, for the rest of the transaction. */
    public void of(String client) {
        throw new UnsupportedOperationException();
    }

    /** All rows: for jobs and consumers, which act for nobody in particular. */
    public void all() {
        throw new UnsupportedOperationException();
    }
}
