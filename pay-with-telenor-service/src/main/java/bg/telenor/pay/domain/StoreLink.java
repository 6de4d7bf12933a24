package bg.telenor.pay.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The life of the link between a store's customer account and the holding of a number that pays for
 * it.
 *
 * <pre>
 * Offered → Linked → Closed   (the holding ended)
 *    ├────────────────↑
 *    └→ Expired               (the store did not come in time)
 * </pre>
 *
 * A state is a record; the moves that it allows are the methods that it overrides. Every other move
 * is refused here.
 */
public sealed interface StoreLink {

    Offer offer();

    /** The store's customer account, once it is known. */
    default Optional<Account> account() {
        return Optional.empty();
    }

    default Linked link(Account account, Instant at) {
        throw refused("link");
    }

    default Closed close(Instant at) {
        throw refused("close");
    }

    default Expired expire(Instant at) {
        throw refused("expire");
    }

    private IllegalMove refused(String move) {
        return new IllegalMove((Record) this, "store link", move);
    }

    /**
     * What our channel asked for; it never changes.
     *
     * @param authenticationRequestId what the store shows to prove that the customer is with it
     * @param holdingId who pays: a number may change hands, its holding does not
     */
    record Offer(
            UUID id,
            UUID authenticationRequestId,
            Store store,
            SubjectRef number,
            UUID holdingId,
            Instant offeredAt,
            Instant expiresAt) {

        public Offer {
            requireNonNull(id, "id is null");
            requireNonNull(authenticationRequestId, "authenticationRequestId is null");
            requireNonNull(store, "store is null");
            requireNonNull(number, "number is null");
            requireNonNull(holdingId, "holdingId is null");
            requireNonNull(offeredAt, "offeredAt is null");
            if (!expiresAt.isAfter(offeredAt)) {
                throw new IllegalArgumentException("an offer expires after it was made");
            }
        }
    }

    /**
     * @param token the reference of the token that the store charges with
     * @param associationId the store's name for the association
     */
    record Account(SubjectRef token, String associationId) {

        public Account {
            requireNonNull(token, "token is null");
            requireNonNull(associationId, "associationId is null");
        }
    }

    record Offered(Offer offer) implements StoreLink {

        @Override
        public Linked link(Account account, Instant at) {
            if (!at.isBefore(offer.expiresAt())) {
                throw new IllegalMove(this, "store link", "link, after its time,");
            }
            return new Linked(offer, account, at);
        }

        @Override
        public Closed close(Instant at) {
            return new Closed(offer, Optional.empty(), at);
        }

        @Override
        public Expired expire(Instant at) {
            if (at.isBefore(offer.expiresAt())) {
                throw new IllegalMove(this, "store link", "expire, before its time,");
            }
            return new Expired(offer);
        }
    }

    record Linked(Offer offer, Account linked, Instant linkedAt) implements StoreLink {

        @Override
        public Optional<Account> account() {
            return Optional.of(linked);
        }

        @Override
        public Closed close(Instant at) {
            return new Closed(offer, Optional.of(linked), at);
        }
    }

    record Closed(Offer offer, Optional<Account> account, Instant closedAt) implements StoreLink {}

    record Expired(Offer offer) implements StoreLink {}
}
