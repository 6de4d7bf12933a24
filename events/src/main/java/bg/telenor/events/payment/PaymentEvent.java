package bg.telenor.events.payment;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What pay-with-telenor-service says on topic {@code payment}; the key is the number's reference.
 */
public sealed interface PaymentEvent extends PublishedEvent {

    String TOPIC = "payment";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** A store account may charge to the bill of the number from now on. */
    record StoreAccountLinked(SubjectRef key, UUID linkId, UUID holdingId, Instant at)
            implements PaymentEvent {

        @Override
        public UUID aggregateId() {
            return linkId;
        }
    }

    /** A purchase is on the bill. */
    record ChargeCaptured(SubjectRef key, UUID purchaseId, UUID holdingId, Money amount, Instant at)
            implements PaymentEvent {

        @Override
        public UUID aggregateId() {
            return purchaseId;
        }
    }

    /** A purchase was asked for and is not on the bill. */
    record ChargeDeclined(
            SubjectRef key,
            UUID purchaseId,
            UUID holdingId,
            Money amount,
            Reason reason,
            Instant at)
            implements PaymentEvent {

        /** Why a charge was declined. */
        public enum Reason {
            EXCEEDS_TRANSACTION_LIMIT,
            EXCEEDS_DAILY_LIMIT,
            EXCEEDS_MONTHLY_LIMIT,
            CURRENCY_NOT_SUPPORTED,
            ACCOUNT_CLOSED
        }

        @Override
        public UUID aggregateId() {
            return purchaseId;
        }
    }

    /** Some or all of a purchase is off the bill again. */
    record ChargeRefunded(
            SubjectRef key,
            UUID purchaseId,
            UUID refundId,
            Money amount,
            Money remaining,
            Instant at)
            implements PaymentEvent {

        @Override
        public UUID aggregateId() {
            return purchaseId;
        }
    }
}
