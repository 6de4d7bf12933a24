package bg.telenor.kit.partner;

import bg.telenor.kit.value.OperatorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Asks another operator: mutual TLS, request and answer signed, within a deadline. */
@ApplicationScoped
public class PartnerCalls {

    /** How a call ended. */
    public sealed interface Outcome {

        /** An answer whose signature holds, with any status; the body is at most 1 MiB. */
        record Answered(int status, byte[] body) implements Outcome {}

        /** Refused before a byte was sent: it may be tried again without doubt. */
        record NotSent() implements Outcome {}

        /** Nothing is known of the effect: no answer in time, or half of one. */
        record Unknown() implements Outcome {}

        /** An answer that cannot be trusted: no, wrong or another's signature. */
        record Untrusted() implements Outcome {}
    }

    /**
     * Posts {@code body} as JSON. Never throws for what the other side does; never called within a
     * transaction.
     */
    public Outcome post(OperatorCode to, String path, Object body, Duration deadline) {
        throw new UnsupportedOperationException();
    }
}
