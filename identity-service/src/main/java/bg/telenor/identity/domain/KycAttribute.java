package bg.telenor.identity.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a partner can claim of a person, by the names of CAMARA KYC Match. */
public enum KycAttribute {
    ID_DOCUMENT("idDocument", Form.EXACT),
    ID_DOCUMENT_TYPE("idDocumentType", Form.EXACT),
    ID_DOCUMENT_EXPIRY_DATE("idDocumentExpiryDate", Form.EXACT),
    BANK_ACCOUNT_NUMBER("bankAccountNumber", Form.EXACT),
    NAME("name", Form.ALIKE),
    GIVEN_NAME("givenName", Form.ALIKE),
    FAMILY_NAME("familyName", Form.ALIKE),
    NAME_KANA_HANKAKU("nameKanaHankaku", Form.ALIKE),
    NAME_KANA_ZENKAKU("nameKanaZenkaku", Form.ALIKE),
    MIDDLE_NAMES("middleNames", Form.ALIKE),
    FAMILY_NAME_AT_BIRTH("familyNameAtBirth", Form.ALIKE),
    ADDRESS("address", Form.ALIKE),
    STREET_NAME("streetName", Form.ALIKE),
    STREET_NUMBER("streetNumber", Form.ALIKE),
    POSTAL_CODE("postalCode", Form.EXACT),
    REGION("region", Form.ALIKE),
    LOCALITY("locality", Form.ALIKE),
    COUNTRY("country", Form.EXACT),
    HOUSE_NUMBER_EXTENSION("houseNumberExtension", Form.EXACT),
    BIRTHDATE("birthdate", Form.EXACT),
    EMAIL("email", Form.ALIKE),
    GENDER("gender", Form.EXACT),
    CITY_OF_BIRTH("cityOfBirth", Form.ALIKE),
    COUNTRY_OF_BIRTH("countryOfBirth", Form.EXACT),
    NATIONALITY("nationality", Form.EXACT);

    private enum Form {
        /** Right or wrong. */
        EXACT,
        /** A wrong value can be said to be nearly right. */
        ALIKE
    }

    private final String camaraName;
    private final Form form;

    KycAttribute(String camaraName, Form form) {
        this.camaraName = camaraName;
        this.form = form;
    }

    public String camaraName() {
        return camaraName;
    }

    /** Whether the standard has a score for it. */
    public boolean isScored() {
        return form == Form.ALIKE;
    }

    public static Optional<KycAttribute> named(String camaraName) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.camaraName.equals(camaraName))
                .findFirst();
    }

    /** Whether the register gives it and we keep it; what is not held is compared with nothing. */
    public boolean isHeld() {
        return switch (this) {
            case ID_DOCUMENT,
                    NAME,
                    GIVEN_NAME,
                    FAMILY_NAME,
                    MIDDLE_NAMES,
                    ADDRESS,
                    STREET_NAME,
                    STREET_NUMBER,
                    REGION,
                    LOCALITY,
                    COUNTRY,
                    HOUSE_NUMBER_EXTENSION,
                    BIRTHDATE ->
                    true;
            case ID_DOCUMENT_TYPE,
                    ID_DOCUMENT_EXPIRY_DATE,
                    BANK_ACCOUNT_NUMBER,
                    NAME_KANA_HANKAKU,
                    NAME_KANA_ZENKAKU,
                    FAMILY_NAME_AT_BIRTH,
                    POSTAL_CODE,
                    EMAIL,
                    GENDER,
                    CITY_OF_BIRTH,
                    COUNTRY_OF_BIRTH,
                    NATIONALITY ->
                    false;
        };
    }

    /** Reduced to what is compared: the same for all spellings that are no difference. */
    public String canonical(String written) {
        return switch (this) {
            case NAME, GIVEN_NAME, FAMILY_NAME, MIDDLE_NAMES, FAMILY_NAME_AT_BIRTH, CITY_OF_BIRTH ->
                    Words.ofName(written);
            case STREET_NAME, STREET_NUMBER, REGION, LOCALITY, HOUSE_NUMBER_EXTENSION ->
                    Words.ofPlace(written);
            case ADDRESS -> Words.ofAddress(written);
            case ID_DOCUMENT,
                    ID_DOCUMENT_TYPE,
                    ID_DOCUMENT_EXPIRY_DATE,
                    BANK_ACCOUNT_NUMBER,
                    NAME_KANA_HANKAKU,
                    NAME_KANA_ZENKAKU,
                    POSTAL_CODE,
                    COUNTRY,
                    BIRTHDATE,
                    EMAIL,
                    GENDER,
                    COUNTRY_OF_BIRTH,
                    NATIONALITY ->
                    written.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        };
    }
}
