package bg.telenor.kit.subject;

import bg.telenor.kit.subject.SubjectRef.Kind;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import java.util.Map;

/**
 * Turns identifiers into references. No API does: only a service that was given an identifier for a
 * purpose may ask.
 */
public interface SubjectRefs {

    /** Under keys held in this process, one of at least 32 bytes per kind: for one machine. */
    static SubjectRefs keyed(Map<Kind, byte[]> keys) {
        return new KeyedSubjectRefs(keys);
    }

    SubjectRef of(PersonalNumber number);

    SubjectRef of(Msisdn number);

    /** A store's name for a customer's account, unique within the store. */
    SubjectRef ofStoreAccount(String store, String account);

    /** An employee's name at the login provider, whatever its case. */
    SubjectRef ofEmployee(String userName);
}
