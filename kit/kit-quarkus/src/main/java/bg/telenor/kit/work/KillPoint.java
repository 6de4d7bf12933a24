package bg.telenor.kit.work;

/**
 * Named moments at which a fault test lets the process die as by kill -9. Outside such a test
 * reaching one does nothing; the production profile cannot arm any.
 */
public enum KillPoint {
    AFTER_ACCEPT,
    AFTER_OUTSIDE_CALL,
    AFTER_COMMIT,
    AFTER_RELAY,
    MID_CONSUME;

    /** Dies here when armed for this point. */
    public void reached() {
        throw new UnsupportedOperationException();
    }
}
