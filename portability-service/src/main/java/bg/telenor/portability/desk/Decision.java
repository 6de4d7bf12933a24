package bg.telenor.portability.desk;

import bg.telenor.portability.domain.CancelGround;
import bg.telenor.portability.domain.RejectCode;
import java.time.Instant;
import java.util.Set;

/**
 * What somebody at the desk decides, and why.
 *
 * @param codes what the recipient is told of a rejection; empty otherwise
 * @param notBefore when a postponed window may begin; null otherwise
 */
public record Decision(Kind kind, Ground ground, Set<RejectCode> codes, Instant notBefore) {

    /** What is done. */
    public enum Kind {
        /** A number of ours may go, before its holder's time to say no is over. */
        ACCEPT,
        /** It may not. */
        REJECT,
        /** A number of ours goes in a later window than the agreed one. */
        POSTPONE,
        /** A request of ours, or our acceptance, is taken back. */
        CANCEL
    }

    /** Why. */
    public enum Ground {
        /** The person who asked for it does not want it any more. */
        CUSTOMER_WISH,
        /** The number's holder says that it is theirs to go. */
        HOLDER_CONFIRMED,
        /** The number's holder has not asked for it. */
        HOLDER_OBJECTS,
        FRAUD_SUSPECTED,
        /** Our network cannot do it. */
        TECHNICAL_FAULT;

        /** What the other operator is told. */
        public CancelGround told() {
            return switch (this) {
                case CUSTOMER_WISH, HOLDER_CONFIRMED, TECHNICAL_FAULT -> CancelGround.CUSTOMER_WISH;
                case HOLDER_OBJECTS, FRAUD_SUSPECTED -> CancelGround.FRAUD;
            };
        }
    }

    public Decision {
        codes = codes == null ? Set.of() : Set.copyOf(codes);
    }
}
