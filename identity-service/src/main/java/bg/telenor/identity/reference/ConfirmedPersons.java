package bg.telenor.identity.reference;

import bg.telenor.identity.domain.KnownPerson;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Persons whom the register confirmed before, for whoever compares without asking it again. Takes
 * part in the caller's transaction.
 */
@ApplicationScoped
public class ConfirmedPersons {

    private final ReferenceRepository references;
    private final Records records;

    ConfirmedPersons(ReferenceRepository references, Records records) {
        this.references = references;
        this.records = records;
    }

    /**
     * The latest reference that confirmed a person, since a moment; none of a minor, none of a
     * person of whom the register has said since that they died, and none that may only be kept.
     */
    public Optional<UUID> latest(SubjectRef person, Instant since) {
        return references
                .latestConfirmed(person, since)
                .filter(reference -> !Boolean.FALSE.equals(reference.ofAge))
                .filter(reference -> !references.isDeceased(person))
                .map(reference -> reference.id)
                .filter(id -> !records.isRestricted(RecordType.IDENTITY_REFERENCE, id));
    }

    /** What is kept of a reference, read for the record; empty when it is gone. */
    public Optional<KnownPerson> open(UUID reference) {
        return records.open(RecordType.IDENTITY_REFERENCE, reference, ReferenceContent.class)
                .map(ReferenceContent::known);
    }
}
