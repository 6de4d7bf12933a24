package bg.telenor.pay.link;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.pay.domain.Store;
import bg.telenor.pay.domain.StoreLink;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of {@code store_link}. It holds no rules: it only becomes, and comes from, a {@link
 * StoreLink}.
 */
@Entity
@Table(name = "store_link")
class StoreLinkEntity {

    /** A state as the row says it. */
    enum Status {
        OFFERED,
        LINKED,
        CLOSED,
        EXPIRED
    }

    @Id UUID id;
    String client;
    UUID authenticationRequestId;

    @Enumerated(EnumType.STRING)
    Store store;

    String numberRef;
    UUID holdingId;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant offeredAt;
    Instant expiresAt;
    String tokenRef;
    String associationId;
    Instant linkedAt;
    Instant closedAt;
    Instant dueAt;
    @Version int version;

    StoreLink toDomain() {
        var offer =
                new StoreLink.Offer(
                        id,
                        authenticationRequestId,
                        store,
                        new SubjectRef(numberRef),
                        holdingId,
                        offeredAt,
                        expiresAt);
        return switch (status) {
            case OFFERED -> new StoreLink.Offered(offer);
            case LINKED -> new StoreLink.Linked(offer, account().orElseThrow(), linkedAt);
            case CLOSED -> new StoreLink.Closed(offer, account(), closedAt);
            case EXPIRED -> new StoreLink.Expired(offer);
        };
    }

    StoreLinkEntity write(StoreLink link) {
        var offer = link.offer();
        id = offer.id();
        authenticationRequestId = offer.authenticationRequestId();
        store = offer.store();
        numberRef = offer.number().value();
        holdingId = offer.holdingId();
        offeredAt = offer.offeredAt();
        expiresAt = offer.expiresAt();
        link.account().ifPresent(this::write);
        switch (link) {
            case StoreLink.Offered offered -> {
                status = Status.OFFERED;
                dueAt = offer.expiresAt();
            }
            case StoreLink.Linked linked -> {
                status = Status.LINKED;
                linkedAt = linked.linkedAt();
                dueAt = null;
            }
            case StoreLink.Closed closed -> {
                status = Status.CLOSED;
                closedAt = closed.closedAt();
                dueAt = null;
            }
            case StoreLink.Expired expired -> {
                status = Status.EXPIRED;
                dueAt = null;
            }
        }
        return this;
    }

    private void write(StoreLink.Account account) {
        tokenRef = account.token().value();
        associationId = account.associationId();
    }

    private Optional<StoreLink.Account> account() {
        return Optional.ofNullable(tokenRef)
                .map(ref -> new StoreLink.Account(new SubjectRef(ref), associationId));
    }
}
