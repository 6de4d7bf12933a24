package bg.telenor.identity.domain;

/**
 * How an inquiry to the register ended.
 *
 * <p>{@code callId} is the register's own number of the call, or null where it gave none.
 */
public sealed interface RegisterAnswer {

    String callId();

    /** Whether the register has said what there is to say. */
    default boolean decides() {
        return switch (this) {
            case Found found -> true;
            case NoData none -> true;
            case RegisterRefused refused -> true;
            case NotReady not -> false;
            case Forgotten forgotten -> false;
            case NotSent not -> false;
            case Unknown unknown -> false;
            case Garbled garbled -> false;
            case Untrusted untrusted -> false;
        };
    }

    /** The register knows the person with this document. */
    record Found(String callId, RegisteredPerson person) implements RegisterAnswer {}

    /** The register has no such person with such a document. */
    record NoData(String callId) implements RegisterAnswer {}

    /** The register does not answer this inquiry: no right, or a fault in how it was asked. */
    record RegisterRefused(String callId) implements RegisterAnswer {}

    /** The register has the question, and answers later. */
    record NotReady(RegisterCall call) implements RegisterAnswer {

        @Override
        public String callId() {
            return call.id();
        }
    }

    /** The register does not know the question any more that it had taken. */
    record Forgotten() implements RegisterAnswer {

        @Override
        public String callId() {
            return null;
        }
    }

    /** Refused before a byte was sent: it may be asked again without doubt. */
    record NotSent() implements RegisterAnswer {

        @Override
        public String callId() {
            return null;
        }
    }

    /** No answer in time, or half of one: whether the register acted is not known. */
    record Unknown() implements RegisterAnswer {

        @Override
        public String callId() {
            return null;
        }
    }

    /** An answer that cannot be read, or that is about somebody else. */
    record Garbled(String callId) implements RegisterAnswer {}

    /** An answer that is not shown to be the register's: nothing that it says is taken. */
    record Untrusted(Doubt doubt) implements RegisterAnswer {

        @Override
        public String callId() {
            return null;
        }
    }
}
