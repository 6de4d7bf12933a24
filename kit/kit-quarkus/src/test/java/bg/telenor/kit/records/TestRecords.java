package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Records as the services keep them; the kit under test is none of the catalogue's services. */
@ApplicationScoped
class TestRecords {

    private final Catalogue catalogue;
    private final Documents documents;
    private final Vault vault;
    private final Erasures erasures;
    private final Restrictions restrictions;
    private final Evidence evidence;
    private final Outbox outbox;
    private final SubjectRefs refs;
    private final Clock clock;

    TestRecords(
            Catalogue catalogue,
            Documents documents,
            Vault vault,
            Erasures erasures,
            Restrictions restrictions,
            Evidence evidence,
            Outbox outbox,
            SubjectRefs refs,
            Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.vault = vault;
        this.erasures = erasures;
        this.restrictions = restrictions;
        this.evidence = evidence;
        this.outbox = outbox;
        this.refs = refs;
        this.clock = clock;
    }

    Records of(String service) {
        return of(service, clock);
    }

    Records of(String service, Clock clock) {
        return new Records(
                catalogue,
                documents,
                vault,
                erasures,
                restrictions,
                evidence,
                outbox,
                service,
                clock);
    }

    Records ofPay() {
        return of("pay-with-telenor-service");
    }

    void keep(Kept kept, String value) {
        QuarkusTransaction.requiringNew().run(() -> keepHere(kept, value));
    }

    /** In the caller's transaction. */
    void keepHere(Kept kept, String value) {
        ofPay().keep(kept, content(kept, value));
    }

    Optional<String> open(Kept kept) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ofPay().open(kept.record(), kept.id(), Map.class))
                .map(content -> (String) content.get(field(kept)));
    }

    void erase(Kept kept) {
        QuarkusTransaction.requiringNew().run(() -> eraseHere(kept));
    }

    /** In the caller's transaction. */
    void eraseHere(Kept kept) {
        ofPay().erase(kept.record(), kept.id(), Reason.SUPERSEDED);
    }

    Document document(Kept kept) {
        return QuarkusTransaction.requiringNew()
                .call(() -> documents.find(kept.record(), kept.id()))
                .orElseThrow();
    }

    byte[] sealed(Kept kept) {
        var document = document(kept);
        return QuarkusTransaction.requiringNew().call(() -> documents.sealed(document));
    }

    /** Content with one field, whichever the catalogue allows first. */
    private Map<String, String> content(Kept kept, String value) {
        return Map.of(field(kept), value);
    }

    String field(Kept kept) {
        return new TreeSet<>(catalogue.of(kept.purpose()).fields().get(kept.record())).first();
    }

    /** A number that no other test uses. */
    SubjectRef someone() {
        return refs.of(
                Msisdn.of("+35988%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000))));
    }

    /** A link to a store account: erasure on request takes it. */
    static Kept link(SubjectRef subject) {
        return kept(RecordType.STORE_LINK, subject);
    }

    /** A purchase: the law holds it back. */
    static Kept purchase(SubjectRef subject) {
        return kept(RecordType.PURCHASE, subject);
    }

    private static Kept kept(RecordType type, SubjectRef subject) {
        return new Kept(
                type,
                UUID.randomUUID(),
                subject,
                Purpose.PAY_WITH_TELENOR,
                Source.GOOGLE_PLAY,
                null);
    }

    /** Stands for a service's own rows of its store links. */
    @ApplicationScoped
    static class LinkKeeper implements RecordKeeper {

        private final Set<UUID> told = ConcurrentHashMap.newKeySet();

        @Override
        public RecordType record() {
            return RecordType.STORE_LINK;
        }

        @Override
        public void erased(UUID id) {
            told.add(id);
        }

        boolean wasTold(UUID id) {
            return told.contains(id);
        }
    }
}
