package bg.telenor.kit.evidence;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/**
 * What was done with personal data, append-only and in the transaction that did it. Who did it is
 * the caller, or the service itself where nobody called.
 */
@ApplicationScoped
public class Evidence {

    /** What was done. */
    public enum Action {
        INTAKE,
        INQUIRY,
        READ,
        DISCLOSURE,
        DECISION,
        ERASURE
    }

    /**
     * @param caseId or null
     * @param facts codes, ids and times that are no personal data, such as an outcome or a call id
     */
    public record Entry(
            Action action,
            RecordType record,
            UUID recordId,
            SubjectRef subject,
            Purpose purpose,
            UUID caseId,
            Map<String, String> facts) {

        public Entry {
            facts = Map.copyOf(facts);
        }
    }

    public void append(Entry entry) {
        throw new UnsupportedOperationException();
    }
}
