package bg.telenor.kit.subject;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;

/**
 * Turns identifiers into references. No API does: only a service that was given an identifier for a
 * purpose may ask.
 */
public interface SubjectRefs {

    SubjectRef of(PersonalNumber number);

    SubjectRef of(Msisdn number);

    /** A store's name for a customer's account, unique within the store. */
    SubjectRef ofStoreAccount(String store, String account);
}
