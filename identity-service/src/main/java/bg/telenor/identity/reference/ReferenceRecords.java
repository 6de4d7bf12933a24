package bg.telenor.identity.reference;

import bg.telenor.events.intake.IntakeEvent.DataErased;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.regix.Regix;
import bg.telenor.identity.webhook.Webhooks;
import bg.telenor.identity.webhook.Webhooks.Decision;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What there is of a reference besides its row: the sealed content, the evidence, and the event.
 * Takes part in the caller's transaction.
 */
@ApplicationScoped
class ReferenceRecords {

    private static final RecordType RECORD = RecordType.IDENTITY_REFERENCE;

    private final Catalogue catalogue;
    private final Records records;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Webhooks webhooks;
    private final Regix regix;

    ReferenceRecords(
            Catalogue catalogue,
            Records records,
            Evidence evidence,
            Outbox outbox,
            Webhooks webhooks,
            Regix regix) {
        this.catalogue = catalogue;
        this.records = records;
        this.evidence = evidence;
        this.outbox = outbox;
        this.webhooks = webhooks;
        this.regix = regix;
    }

    void keep(IdentityReference reference, Source source, ReferenceContent content) {
        var request = reference.request();
        records.keep(
                new Kept(
                        RECORD,
                        request.id(),
                        request.subject(),
                        request.purpose(),
                        source,
                        request.caseId(),
                        ReferenceEvents.published(request.role())),
                content);
    }

    /** The names of the fields that may be kept of the person, in the role that they have. */
    Set<String> allowed(IdentityReference reference) {
        var request = reference.request();
        return catalogue.fields(
                request.purpose(), RECORD, ReferenceEvents.published(request.role()));
    }

    /** Keeps what is left of a decided reference, and tells the other services and its client. */
    void decided(IdentityReference reference, Source source, ReferenceContent content) {
        keep(reference, source, content);
        ReferenceEvents.of(reference).forEach(outbox::publish);
        callBack(reference);
    }

    private void callBack(IdentityReference reference) {
        var id = reference.request().id();
        switch (reference) {
            case Pending pending -> {}
            case Taken taken -> {}
            case Confirmed confirmed -> webhooks.decided(id, Decision.CONFIRMED, confirmed.at());
            case Refused refused -> webhooks.decided(id, Decision.REFUSED, refused.at());
        }
    }

    /** Erases a reference, and its photo, that a newer one about the same takes the place of. */
    void supersede(UUID id) {
        erase(id, DataErased.Reason.SUPERSEDED);
    }

    private void erase(UUID id, DataErased.Reason reason) {
        records.erase(RecordType.IDENTITY_PHOTO, id, reason);
        records.erase(RECORD, id, reason);
    }

    /** Erases a reference about the wrong person, and takes back what was said of them. */
    void withdraw(IdentityReference wrong) {
        erase(wrong.request().id(), DataErased.Reason.RECTIFIED);
        ReferenceEvents.withdrawn(wrong).ifPresent(outbox::publish);
    }

    /** Puts on record which reference has the place of a wrong one. */
    void corrected(IdentityReference wrong, UUID by) {
        append(wrong, Evidence.Action.DECISION, Map.of("correctedBy", by.toString()));
    }

    /** Whether what is kept of a reference may only be kept now. */
    boolean isRestricted(UUID id) {
        return records.isRestricted(RECORD, id);
    }

    ReferenceContent content(UUID id) {
        return records.open(RECORD, id, ReferenceContent.class)
                .orElseThrow(() -> new IllegalStateException("a pending reference has no content"));
    }

    /** An inquiry is in evidence before it is made, so that one that dies is there too. */
    void asked(IdentityReference reference, Inquiry inquiry) {
        append(reference, inquiry, Map.of("outcome", "ASKED"));
    }

    /** A look that found nothing yet is no news: there may be a thousand of them. */
    void ended(IdentityReference reference, Inquiry inquiry, RegisterAnswer answer) {
        if (inquiry.call() == null || saysSomething(answer)) {
            append(reference, inquiry, facts(answer));
        }
    }

    /** What was brought for a reference and not taken, or not again. */
    void notTaken(IdentityReference reference, String callId, String outcome) {
        append(
                reference,
                Evidence.Action.INQUIRY,
                Map.of("outcome", outcome, "serviceCallId", callId));
    }

    private static boolean saysSomething(RegisterAnswer answer) {
        return !(answer instanceof RegisterAnswer.NotReady
                || answer instanceof RegisterAnswer.NotSent
                || answer instanceof RegisterAnswer.Unknown);
    }

    private static Map<String, String> facts(RegisterAnswer answer) {
        var facts = new HashMap<>(Map.of("outcome", answer.getClass().getSimpleName()));
        if (answer.callId() != null) {
            facts.put("serviceCallId", answer.callId());
        }
        if (answer instanceof RegisterAnswer.Untrusted untrusted) {
            facts.put("doubt", untrusted.doubt().name());
        }
        return facts;
    }

    private void append(IdentityReference reference, Inquiry inquiry, Map<String, String> end) {
        var facts = new HashMap<>(end);
        regix.operation(inquiry.question()).ifPresent(name -> facts.put("operation", name));
        facts.put("attempt", Integer.toString(inquiry.attempt()));
        append(reference, Evidence.Action.INQUIRY, facts);
    }

    private void append(
            IdentityReference reference, Evidence.Action action, Map<String, String> facts) {
        var request = reference.request();
        evidence.append(
                new Evidence.Entry(
                        action,
                        RECORD,
                        request.id(),
                        request.subject(),
                        request.purpose(),
                        request.caseId(),
                        facts));
    }
}
