package bg.telenor.identity.reference;

import bg.telenor.identity.domain.IdentityReference;

/** A state's name, in rows and answers. */
enum ReferenceStatus {
    PENDING,
    CONFIRMED,
    REFUSED;

    static ReferenceStatus of(IdentityReference reference) {
        return switch (reference) {
            case IdentityReference.Pending pending -> PENDING;
            case IdentityReference.Confirmed confirmed -> CONFIRMED;
            case IdentityReference.Refused refused -> REFUSED;
        };
    }
}
