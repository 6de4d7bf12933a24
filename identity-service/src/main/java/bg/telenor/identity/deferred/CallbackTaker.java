package bg.telenor.identity.deferred;

/** Takes what the register brings. */
public interface CallbackTaker {

    /** What becomes of something that was brought. */
    enum Taking {
        /** It was the awaited answer, and is committed. */
        TAKEN,
        /** The call has been answered; nothing changes. */
        REPEATED,
        /** No reference waits for it, or not yet or not now: it may come again. */
        UNKNOWN_CALL,
        /** It is not an answer to the question, or not shown to be the register's. */
        NOT_BELIEVED,
        UNREADABLE;

        /** Whether the register need not come again. */
        boolean isDone() {
            return switch (this) {
                case TAKEN, REPEATED -> true;
                case UNKNOWN_CALL, NOT_BELIEVED, UNREADABLE -> false;
            };
        }
    }

    /** Called on a thread that may wait, and outside any transaction. */
    Taking take(byte[] message);
}
