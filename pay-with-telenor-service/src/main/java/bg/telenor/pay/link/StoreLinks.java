package bg.telenor.pay.link;

import bg.telenor.events.payment.PaymentEvent.StoreAccountLinked;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.pay.PayError;
import bg.telenor.pay.domain.IllegalMove;
import bg.telenor.pay.domain.Store;
import bg.telenor.pay.domain.StoreLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * All store links. Each method is one transaction, or part of the caller's: the state is saved and
 * its event is published together or not at all.
 */
@ApplicationScoped
public class StoreLinks {

    /** A link that a store may have, and whether its holding may be charged at the moment. */
    public record Chargeable(StoreLink link, boolean open) {}

    /** A store names a token or association that was in another attempt before. */
    public static final class AccountSeenBefore extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final StoreLinkRepository repository;
    private final PayingHoldings holdings;
    private final SubjectRefs refs;
    private final Records records;
    private final Outbox outbox;
    private final StoreLinkConfig config;
    private final Clock clock;

    StoreLinks(
            StoreLinkRepository repository,
            PayingHoldings holdings,
            SubjectRefs refs,
            Records records,
            Outbox outbox,
            StoreLinkConfig config,
            Clock clock) {
        this.repository = repository;
        this.holdings = holdings;
        this.refs = refs;
        this.records = records;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    StoreLink offer(Msisdn number, Store store, String client) {
        var now = clock.instant();
        var subject = refs.of(number);
        var holding =
                holdings.of(subject, now)
                        .orElseThrow(() -> new ProblemException(PayError.NUMBER_NOT_HELD));
        var offer =
                new StoreLink.Offer(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        store,
                        subject,
                        holding.id(),
                        now,
                        now.plus(config.offerLife()));
        var link = new StoreLink.Offered(offer);
        var entity = new StoreLinkEntity().write(link);
        entity.client = client;
        repository.persist(entity);
        keep(offer, new StoreLinkContent(number, store, now, null), Source.DATA_SUBJECT);
        return link;
    }

    @Transactional
    StoreLink get(UUID id, String client) {
        return repository
                .findByIdOptional(id)
                .filter(entity -> entity.client.equals(client))
                .orElseThrow(() -> new ProblemException(PayError.STORE_LINK_NOT_FOUND))
                .toDomain();
    }

    /**
     * Links the store's account to what was offered; empty when nothing (any more) is.
     *
     * @throws AccountSeenBefore when the account was in another attempt
     */
    @Transactional
    public Optional<StoreLink> link(
            Store store, UUID authenticationRequestId, StoreLink.Account account) {
        var now = clock.instant();
        return repository
                .offeredAs(authenticationRequestId)
                .filter(entity -> entity.store == store && isOpen(entity, now))
                .flatMap(entity -> link(entity, account, now));
    }

    /** The link whose account has this token. */
    @Transactional
    public Optional<Chargeable> ofToken(SubjectRef token) {
        var now = clock.instant();
        return repository
                .ofToken(token)
                .map(
                        entity ->
                                new Chargeable(
                                        entity.toDomain(),
                                        entity.status == StoreLinkEntity.Status.LINKED
                                                && isOpen(entity, now)));
    }

    /** A holding ends, now or later: its links fall due then. */
    @Transactional
    void endWith(UUID holdingId, Instant until) {
        for (var entity : repository.openOf(holdingId)) {
            if (entity.dueAt == null || entity.dueAt.isAfter(until)) {
                entity.dueAt = until;
            }
        }
    }

    /** Closes a link whose holding ended, or lets an offer expire that the store did not take. */
    @Transactional
    void settle(UUID id) {
        var now = clock.instant();
        var entity = repository.findById(id);
        if (entity == null) {
            return;
        }
        var link = entity.toDomain();
        switch (link) {
            case StoreLink.Offered offered when !isOpen(entity, now) ->
                    entity.write(offered.close(now));
            case StoreLink.Offered offered when now.isBefore(entity.expiresAt) ->
                    entity.dueAt = entity.expiresAt;
            case StoreLink.Offered offered -> entity.write(offered.expire(now));
            case StoreLink.Linked linked when !isOpen(entity, now) ->
                    entity.write(linked.close(now));
            case StoreLink.Linked linked -> entity.dueAt = null;
            case StoreLink.Closed closed -> entity.dueAt = null;
            case StoreLink.Expired expired -> entity.dueAt = null;
        }
    }

    private Optional<StoreLink> link(
            StoreLinkEntity entity, StoreLink.Account account, Instant now) {
        if (repository.hasSeen(account)) {
            throw new AccountSeenBefore();
        }
        try {
            var linked = entity.toDomain().link(account, now);
            entity.write(linked);
            // The person links the account themselves, in the store.
            records.open(
                            RecordType.STORE_LINK,
                            entity.id,
                            StoreLinkContent.class,
                            Records.Despite.CONSENT)
                    .ifPresent(
                            content ->
                                    keep(linked.offer(), content.linked(now), Source.GOOGLE_PLAY));
            var offer = linked.offer();
            outbox.publish(
                    new StoreAccountLinked(offer.number(), offer.id(), offer.holdingId(), now));
            return Optional.of(linked);
        } catch (IllegalMove e) {
            return Optional.empty();
        }
    }

    private boolean isOpen(StoreLinkEntity entity, Instant now) {
        return holdings.of(new SubjectRef(entity.numberRef), now)
                .filter(holding -> holding.id().equals(entity.holdingId))
                .isPresent();
    }

    private void keep(StoreLink.Offer offer, StoreLinkContent content, Source source) {
        records.keep(
                new Kept(
                        RecordType.STORE_LINK,
                        offer.id(),
                        offer.number(),
                        Purpose.PAY_WITH_TELENOR,
                        source,
                        null),
                content);
    }
}
