package bg.telenor.kit.local;

import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.IdentityRefused;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.PersonalNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What identity-service says of a case, for tests of the services that wait to hear it. */
public final class IdentityStandIn {

    private IdentityStandIn() {}

    /** The person is who the case says, for an hour from now. */
    public static void confirm(UUID caseId, PersonalNumber person) {
        Suite.send(SuiteService.IDENTITY, confirmed(caseId, person));
    }

    /** The same unsaid, to be sent more than once. */
    public static IdentityConfirmed confirmed(UUID caseId, PersonalNumber person) {
        return confirmed(caseId, Suite.subjectRefs().of(person));
    }

    /** The same of a person whose reference is another suite's. */
    public static IdentityConfirmed confirmed(UUID caseId, SubjectRef person) {
        var now = Instant.now();
        return new IdentityConfirmed(
                person,
                UUID.randomUUID(),
                caseId,
                Purpose.CONTRACT_CONCLUSION,
                Role.USER,
                now,
                now.plus(Duration.ofHours(1)),
                null);
    }

    /** The register knows the person otherwise. */
    public static void refuse(UUID caseId, PersonalNumber person) {
        Suite.send(
                SuiteService.IDENTITY,
                new IdentityRefused(
                        Suite.subjectRefs().of(person),
                        UUID.randomUUID(),
                        caseId,
                        Role.USER,
                        IdentityRefused.Reason.MISMATCH));
    }
}
