package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.catalogue.Catalogue.RetentionClass;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.evidence.Evidence.Action;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The personal data that this service keeps. Content lies sealed, under the purpose that it was
 * taken in for, until the end that the catalogue gives it; intake, reading, disclosure and erasure
 * are in evidence and on topic {@code intake}. Every method takes part in the caller's transaction.
 */
@ApplicationScoped
public class Records {

    /** What lets a restricted record be processed all the same (GDPR art. 18(2)). */
    public enum Despite {
        CONSENT,
        LEGAL_CLAIM,
        RIGHTS_OF_ANOTHER,
        PUBLIC_INTEREST,
        /** What the law orders towards the person: to inform, to answer, to let them withdraw. */
        DUTY_TO_PERSON
    }

    /** What an answer to an access request can carry in one piece. */
    private static final int MAX_CONTENT = 128 * 1024;

    /** The fact of an evidence entry that says what a restriction did. */
    private static final String RESTRICTION = "restriction";

    private final Catalogue catalogue;
    private final Documents documents;
    private final Vault vault;
    private final Erasures erasures;
    private final Restrictions restrictions;
    private final Evidence evidence;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;

    Records(
            Catalogue catalogue,
            Documents documents,
            Vault vault,
            Erasures erasures,
            Restrictions restrictions,
            Evidence evidence,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.vault = vault;
        this.erasures = erasures;
        this.restrictions = restrictions;
        this.evidence = evidence;
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Keeps content, in place of what was kept for the same record before.
     *
     * @throws IllegalArgumentException when the catalogue does not let this service keep such a
     *     record for the purpose, from the source, or with a field that the content has
     */
    @Transactional(TxType.MANDATORY)
    public void keep(Kept kept, Object content) {
        var envelope = Envelope.of(content);
        var bytes = envelope.bytes();
        refuseWhatIsNotAllowed(kept, envelope, bytes.length);
        var old = documents.lock(kept.record(), kept.id());
        var document = document(kept, old);
        documents.put(document, vault.seal(document.key(), document.place(), bytes));
        old.map(Document::key)
                .filter(key -> !key.equals(document.key()))
                .ifPresent(erasures::retire);
        evidence.append(entry(Action.INTAKE, document, Map.of()), envelope.commitments());
        outbox.publish(
                new DataReceived(
                        document.subject(),
                        document.id(),
                        document.record(),
                        document.purpose(),
                        document.source(),
                        document.caseId(),
                        document.receivedAt(),
                        document.retainUntil()));
    }

    /**
     * The content, or empty when there is none (any more).
     *
     * @throws ProblemException PROCESSING_RESTRICTED when the record may only be kept; a caller
     *     that can do something else asks {@link #isRestricted} first, since this ends the
     *     transaction
     */
    @Transactional(TxType.MANDATORY)
    public <T> Optional<T> open(RecordType record, UUID id, Class<T> type) {
        var document = documents.find(record, id).filter(found -> !found.hasEnded(clock.instant()));
        if (document.isPresent() && documents.isRestricted(record, id)) {
            throw refused(
                    entry(Action.RESTRICTION, document.get(), Map.of(RESTRICTION, "REFUSED")));
        }
        return document.flatMap(found -> read(found, Map.of())).map(opened -> opened.as(type));
    }

    /** The content, also of a record that is restricted: on a ground that the law knows for it. */
    @Transactional(TxType.MANDATORY)
    public <T> Optional<T> open(RecordType record, UUID id, Class<T> type, Despite ground) {
        return documents
                .find(record, id)
                .filter(document -> !document.hasEnded(clock.instant()))
                .flatMap(
                        document ->
                                read(
                                        document,
                                        documents.isRestricted(record, id)
                                                ? Map.of(RESTRICTION, ground.name())
                                                : Map.of()))
                .map(opened -> opened.as(type));
    }

    /** Whether the record may be kept and not otherwise processed now. */
    @Transactional(TxType.MANDATORY)
    public boolean isRestricted(RecordType record, UUID id) {
        return documents.isRestricted(record, id);
    }

    /**
     * Refuses to begin something about a person whose data may only be kept, before any of it is.
     *
     * @throws ProblemException PROCESSING_RESTRICTED
     */
    @Transactional(TxType.MANDATORY)
    public void refuseIfRestricted(Kept wouldBe) {
        if (restrictions.cover(wouldBe.subject(), clock.instant())) {
            throw refused(
                    new Evidence.Entry(
                            Action.RESTRICTION,
                            wouldBe.record(),
                            wouldBe.id(),
                            wouldBe.subject(),
                            wouldBe.purpose(),
                            wouldBe.caseId(),
                            Map.of(RESTRICTION, "REFUSED")));
        }
    }

    /**
     * Puts on record that a record's content was given to another controller, for the purpose that
     * it was taken in for.
     */
    @Transactional(TxType.MANDATORY)
    public void disclosed(RecordType record, UUID id, OperatorCode recipient) {
        var document = kept(record, id);
        disclosed(document, document.purpose(), recipient, Map.of());
    }

    /**
     * The same for a purpose of its own, such as one that the person consented to.
     *
     * @param facts codes that say what of the content it was; never a value
     */
    @Transactional(TxType.MANDATORY)
    public void disclosed(
            RecordType record,
            UUID id,
            Purpose purpose,
            OperatorCode recipient,
            Map<String, String> facts) {
        disclosed(kept(record, id), purpose, recipient, facts);
    }

    /** Erases a record: its content now, its key at once after the commit. */
    @Transactional(TxType.MANDATORY)
    public void erase(RecordType record, UUID id, DataErased.Reason reason) {
        documents
                .lock(record, id)
                .ifPresent(document -> erasures.erase(List.of(document), reason, List.of()));
    }

    private Document kept(RecordType record, UUID id) {
        return documents
                .find(record, id)
                .orElseThrow(
                        () -> new IllegalArgumentException(record + " " + id + " is not kept"));
    }

    private void disclosed(
            Document document, Purpose purpose, OperatorCode recipient, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("recipient", recipient.value());
        evidence.append(
                new Evidence.Entry(
                        Action.DISCLOSURE,
                        document.record(),
                        document.id(),
                        document.subject(),
                        purpose,
                        document.caseId(),
                        all));
        outbox.publish(
                new DataDisclosed(
                        document.subject(),
                        document.id(),
                        document.record(),
                        purpose,
                        recipient,
                        clock.instant()));
    }

    /** Opens a document and puts the reading into evidence. */
    Optional<Envelope> read(Document document, Map<String, String> facts) {
        var envelope =
                vault.open(document.key(), document.place(), documents.sealed(document))
                        .map(Envelope::read);
        envelope.ifPresent(opened -> evidence.append(entry(Action.READ, document, facts)));
        return envelope;
    }

    /** In evidence although the transaction that was refused will not commit. */
    private ProblemException refused(Evidence.Entry entry) {
        QuarkusTransaction.requiringNew().run(() -> evidence.append(entry));
        return new ProblemException(CommonError.PROCESSING_RESTRICTED);
    }

    private Document document(Kept kept, Optional<Document> old) {
        var entry = catalogue.of(kept.purpose());
        var retention = catalogue.retention(entry.records().get(kept.record()));
        var now = clock.instant();
        var end = now.atOffset(ZoneOffset.UTC).plus(retention.keep());
        var retainUntil = end.toLocalDate();
        if (old.isPresent() && !old.get().subject().equals(kept.subject())) {
            throw new IllegalArgumentException(kept.record() + " is about another subject");
        }
        return new Document(
                kept.record(),
                kept.id(),
                kept.subject(),
                vault.keyFor(scope(kept, retention, retainUntil)),
                kept.purpose(),
                entry.basis(),
                kept.source(),
                kept.caseId(),
                old.map(Document::receivedAt).orElse(now),
                retainUntil,
                retention.endsByTheClock() ? end.toInstant() : null,
                catalogue.version(),
                null);
    }

    /**
     * What shares a key ends together: one reference's records of a class and month, or one record.
     */
    private static String scope(Kept kept, RetentionClass retention, LocalDate retainUntil) {
        return retention.keyPerRecord()
                ? kept.record() + "|" + kept.id()
                : kept.subject().value()
                        + "|"
                        + retention.name()
                        + "|"
                        + YearMonth.from(retainUntil);
    }

    private void refuseWhatIsNotAllowed(Kept kept, Envelope envelope, int size) {
        var entry = catalogue.of(kept.purpose());
        refuseUnless(entry.services().contains(service), service + " keeps nothing for ", kept);
        refuseUnless(
                entry.sources().contains(kept.source()),
                kept.source() + " is no source for ",
                kept);
        refuseUnless(
                entry.records().containsKey(kept.record()),
                kept.record() + " is not kept for ",
                kept);
        var strange = envelope.fields();
        strange.removeAll(catalogue.fields(kept.purpose(), kept.record(), kept.capacity()));
        refuseUnless(strange.isEmpty(), kept.record() + " may not have " + strange + " for ", kept);
        refuseUnless(
                size <= MAX_CONTENT || !isHandedOut(entry, kept.record()),
                kept.record() + " is larger than one piece of an answer, for ",
                kept);
    }

    /** An archive is an answer itself; and an answer outlives what ends by the clock. */
    private boolean isHandedOut(Catalogue.Entry entry, RecordType record) {
        return record != RecordType.RIGHTS_ARCHIVE
                && !catalogue.retention(entry.records().get(record)).endsByTheClock();
    }

    private static void refuseUnless(boolean allowed, String refusal, Kept kept) {
        if (!allowed) {
            throw new IllegalArgumentException(refusal + kept.purpose());
        }
    }

    private static Evidence.Entry entry(
            Action action, Document document, Map<String, String> facts) {
        return new Evidence.Entry(
                action,
                document.record(),
                document.id(),
                document.subject(),
                document.purpose(),
                document.caseId(),
                facts);
    }
}
