package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference;

/**
 * A state's name, in rows and answers. Whether the register has the question is ours to know: to
 * the client it is pending.
 */
enum ReferenceStatus {
    PENDING,
    CONFIRMED,
    REFUSED;

    static ReferenceStatus of(IdentityReference reference) {
        return switch (reference) {
            case IdentityReference.Pending pending -> PENDING;
            case IdentityReference.Taken taken -> PENDING;
            case IdentityReference.Confirmed confirmed -> CONFIRMED;
            case IdentityReference.Refused refused -> REFUSED;
        };
    }
}
