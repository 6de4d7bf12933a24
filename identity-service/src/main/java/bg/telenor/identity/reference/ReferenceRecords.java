package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.reference.References.Inquiry;
import bg.telenor.identity.regix.Regix;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What there is of a reference besides its row: the sealed content, the evidence, and the event.
 * Takes part in the caller's transaction.
 */
@ApplicationScoped
class ReferenceRecords {

    private static final RecordType RECORD = RecordType.IDENTITY_REFERENCE;

    private final Records records;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Regix regix;

    ReferenceRecords(Records records, Evidence evidence, Outbox outbox, Regix regix) {
        this.records = records;
        this.evidence = evidence;
        this.outbox = outbox;
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
                        request.caseId()),
                content);
    }

    /** Keeps what is left of a decided reference, and tells the other services. */
    void decided(IdentityReference reference, Source source, ReferenceContent content) {
        keep(reference, source, content);
        ReferenceEvents.of(reference).ifPresent(outbox::publish);
    }

    ReferenceContent content(UUID id) {
        return records.open(RECORD, id, ReferenceContent.class)
                .orElseThrow(() -> new IllegalStateException("a pending reference has no content"));
    }

    /** An inquiry is in evidence before it is made, so that one that dies is there too. */
    void asked(IdentityReference reference, Inquiry inquiry) {
        append(reference, inquiry, Map.of("outcome", "ASKED"));
    }

    void ended(IdentityReference reference, Inquiry inquiry, RegisterAnswer answer) {
        var facts = new HashMap<>(Map.of("outcome", answer.getClass().getSimpleName()));
        if (answer.callId() != null) {
            facts.put("serviceCallId", answer.callId());
        }
        if (answer instanceof RegisterAnswer.Untrusted untrusted) {
            facts.put("doubt", untrusted.doubt().name());
        }
        append(reference, inquiry, facts);
    }

    private void append(IdentityReference reference, Inquiry inquiry, Map<String, String> end) {
        var request = reference.request();
        var facts = new HashMap<>(end);
        facts.put("operation", regix.operation(inquiry.question()));
        facts.put("attempt", Integer.toString(inquiry.attempt()));
        evidence.append(
                new Evidence.Entry(
                        Evidence.Action.INQUIRY,
                        RECORD,
                        request.id(),
                        request.subject(),
                        request.purpose(),
                        request.caseId(),
                        facts));
    }
}
