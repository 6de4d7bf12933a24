package bg.telenor.counterparts.regix;

import bg.telenor.kit.value.PersonalNumber;

/**
 * How a person stands with the register. Unless the admin API says otherwise, persons are known;
 * those whose serial, the seventh to ninth digit, is 900 or more stand otherwise by rule, ten for
 * each standing in the order here.
 */
public enum Standing {
    KNOWN,
    /** Return code 0100: no data. */
    UNKNOWN,
    /** The identity card, or a foreigner's residence permit. */
    DOCUMENT_NOT_VALID,
    DECEASED,
    /** Return code 1111: the register behind could not be read, and its raw reply is in Info. */
    UNREADABLE,
    /** Answered with another person's data. */
    ANOTHER_PERSON,
    /** HasError with a text. */
    REFUSED,
    /** Only what the person was asked with; every other element is not granted. */
    WITHHELD,
    /** Born on the day that the document was issued, whatever the number says. */
    MINOR,
    /** A foreigner's travel document has ended; the residence permit has not. */
    TRAVEL_DOCUMENT_NOT_VALID,
    /** A foreigner's residence permit goes on, but no status of residence does. */
    RESIDENCE_ENDED;

    private static final int FIRST_SPECIAL_SERIAL = 900;

    /** The first of the ten serials whose persons stand so. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the rule, as its reading is
    public int serial() {
        return this == KNOWN ? 100 : FIRST_SPECIAL_SERIAL + (ordinal() - 1) * 10;
    }

    static Standing byRule(PersonalNumber number) {
        int serial = Integer.parseInt(number.value(), 6, 9, 10);
        int special = 1 + (serial - FIRST_SPECIAL_SERIAL) / 10;
        return serial < FIRST_SPECIAL_SERIAL || special >= values().length
                ? KNOWN
                : values()[special];
    }
}
