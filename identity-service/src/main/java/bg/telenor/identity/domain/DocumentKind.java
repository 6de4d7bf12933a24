package bg.telenor.identity.domain;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;

/** What kind of document a person shows; it decides which register is asked. */
public enum DocumentKind {
    /** Of a Bulgarian citizen. */
    IDENTITY_CARD,
    /** Of a foreigner, from the ministry. */
    RESIDENCE_PERMIT,
    /** Of a foreigner, from the country that they come from. */
    TRAVEL_DOCUMENT;

    /** What somebody with such a number shows who does not say. */
    public static DocumentKind usualFor(PersonalNumber number) {
        return switch (number) {
            case Egn egn -> IDENTITY_CARD;
            case Lnch lnch -> RESIDENCE_PERMIT;
        };
    }
}
