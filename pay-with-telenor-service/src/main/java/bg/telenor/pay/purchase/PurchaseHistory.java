package bg.telenor.pay.purchase;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.link.PayingHoldings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a number's present holder bought. What an earlier holder bought is not theirs to see. */
@ApplicationScoped
class PurchaseHistory {

    private static final int PAGE = 50;

    /** A purchase, with the store's words for it as long as they are kept. */
    record Item(Purchase purchase, Optional<String> description) {}

    /**
     * @param next where the next page starts, empty on the last
     */
    record Page(List<Item> items, Optional<PurchaseCursor> next) {}

    private final PurchaseRepository repository;
    private final PayingHoldings holdings;
    private final Records records;
    private final SubjectRefs refs;
    private final Clock clock;

    PurchaseHistory(
            PurchaseRepository repository,
            PayingHoldings holdings,
            Records records,
            SubjectRefs refs,
            Clock clock) {
        this.repository = repository;
        this.holdings = holdings;
        this.records = records;
        this.refs = refs;
        this.clock = clock;
    }

    /** Purchases in a time, {@code to} exclusive, either end open when null. */
    @Transactional
    Page search(Msisdn number, Instant from, Instant to, PurchaseCursor before) {
        return holdings.of(refs.of(number), clock.instant())
                .map(
                        holding ->
                                repository.page(
                                        holding.id(),
                                        PurchaseCursor.atLeast(from),
                                        PurchaseCursor.atMost(to),
                                        before,
                                        PAGE + 1))
                .map(this::page)
                .orElseGet(() -> new Page(List.of(), Optional.empty()));
    }

    private Page page(List<PurchaseEntity> found) {
        var items = found.stream().limit(PAGE).map(this::item).toList();
        if (found.size() <= PAGE) {
            return new Page(items, Optional.empty());
        }
        var last = found.get(PAGE - 1);
        return new Page(items, Optional.of(new PurchaseCursor(last.at, last.id)));
    }

    private Item item(PurchaseEntity entity) {
        return new Item(
                entity.toDomain(),
                records.open(RecordType.PURCHASE, entity.id, PurchaseContent.class)
                        .map(PurchaseContent::description));
    }
}
