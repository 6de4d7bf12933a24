package bg.telenor.consent.notices;

/** On which ground a person need not be told (GDPR art. 14(5)). Each use is on record. */
enum Exemption {
    /** The person has the information already. */
    ART_14_5_A,
    /** Telling would be impossible or out of proportion. */
    ART_14_5_B,
    /** The law lays down the obtaining or disclosure and protects the person. */
    ART_14_5_C,
    /** Professional secrecy. */
    ART_14_5_D
}
