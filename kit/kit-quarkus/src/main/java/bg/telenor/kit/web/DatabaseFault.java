package bg.telenor.kit.web;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;

/** What a failure means that the database had a part in. */
enum DatabaseFault {
    NONE,
    /** Another request was first: a unique index or an optimistic lock says so. */
    CONFLICT,
    /** No connection, a connection lost, or the server going down. */
    UNAVAILABLE;

    static DatabaseFault of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return CONFLICT;
            }
            if (cause instanceof SQLException sql) {
                return ofState(sql.getSQLState());
            }
        }
        return NONE;
    }

    /** 23505 unique violation; class 40 serialisation; 08 and 57 connection; none: the pool's. */
    private static DatabaseFault ofState(String state) {
        if (state == null || state.startsWith("08") || state.startsWith("57")) {
            return UNAVAILABLE;
        }
        return state.equals("23505") || state.startsWith("40") ? CONFLICT : NONE;
    }
}
