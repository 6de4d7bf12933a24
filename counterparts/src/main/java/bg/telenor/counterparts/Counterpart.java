package bg.telenor.counterparts;

/**
 * Someone outside the suite: a register, an operator, a store. It speaks its real protocol on a
 * port of its own, and is told through the admin API whom it knows and how it should fail.
 */
public interface Counterpart {

    /** Such as {@code regix}: names its certificate, its keys and its part of the admin API. */
    String name();

    /** Its port, counted from the suite's port base. */
    int portOffset();

    /** Registers what it answers, on its own port and under {@code /admin/<name>}. */
    void open(CounterpartServer server);

    /** Ends what it does by itself, such as reading a topic. */
    default void close() {}
}
