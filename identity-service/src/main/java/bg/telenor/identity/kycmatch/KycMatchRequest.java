package bg.telenor.identity.kycmatch;

import bg.telenor.identity.domain.KycAttribute;
import bg.telenor.kit.value.Msisdn;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner claims of the person of a phone number; any of it may be left out. */
@Schema(examples = KycMatchRequest.EXAMPLE)
record KycMatchRequest(
        @Pattern(regexp = "\\+[1-9][0-9]{4,14}") String phoneNumber,
        @Size(max = 50) String idDocument,
        DocumentType idDocumentType,
        LocalDate idDocumentExpiryDate,
        @Size(max = 50) @Pattern(regexp = "[A-Z]+:[A-Za-z0-9]+") String bankAccountNumber,
        @Size(max = 256) String name,
        @Size(max = 100) String givenName,
        @Size(max = 150) String familyName,
        @Size(max = 256) String nameKanaHankaku,
        @Size(max = 256) String nameKanaZenkaku,
        @Size(max = 100) String middleNames,
        @Size(max = 150) String familyNameAtBirth,
        @Size(max = 256) String address,
        @Size(max = 150) String streetName,
        @Size(max = 20) String streetNumber,
        @Size(max = 20) String postalCode,
        @Size(max = 100) String region,
        @Size(max = 100) String locality,
        @Pattern(regexp = COUNTRY) String country,
        @Size(max = 20) String houseNumberExtension,
        LocalDate birthdate,
        @Size(max = 254) @Email String email,
        Gender gender,
        @Size(max = 100) String cityOfBirth,
        @Pattern(regexp = COUNTRY) String countryOfBirth,
        @Pattern(regexp = COUNTRY) String nationality) {

    private static final String COUNTRY = "[A-Za-z]{2}";
    private static final String OF_OUR_PLAN = "\\+359[0-9]{7,9}";

    static final String EXAMPLE =
            """
            {
              "phoneNumber": "+359888001234",
              "givenName": "Вебабаслав",
              "familyName": "Вебабаизмисленов",
              "birthdate": "1830-01-01",
              "email": "nobody@example.com"
            }\
            """;

    /** As CAMARA names them. */
    enum DocumentType {
        @JsonProperty("passport")
        PASSPORT,
        @JsonProperty("national_id_card")
        NATIONAL_ID_CARD,
        @JsonProperty("residence_permit")
        RESIDENCE_PERMIT,
        @JsonProperty("diplomatic_id")
        DIPLOMATIC_ID,
        @JsonProperty("driver_licence")
        DRIVER_LICENCE,
        @JsonProperty("social_security_id")
        SOCIAL_SECURITY_ID,
        @JsonProperty("other")
        OTHER
    }

    /** As CAMARA names them. */
    enum Gender {
        MALE,
        FEMALE,
        OTHER
    }

    /** The number, or empty where it is of another country's plan and so nobody's here. */
    Optional<Msisdn> number() {
        return phoneNumber.matches(OF_OUR_PLAN)
                ? Optional.of(new Msisdn(phoneNumber))
                : Optional.empty();
    }

    Map<KycAttribute, String> claimed() {
        var all = new EnumMap<KycAttribute, Object>(KycAttribute.class);
        all.put(KycAttribute.ID_DOCUMENT, idDocument);
        all.put(KycAttribute.ID_DOCUMENT_TYPE, idDocumentType);
        all.put(KycAttribute.ID_DOCUMENT_EXPIRY_DATE, idDocumentExpiryDate);
        all.put(KycAttribute.BANK_ACCOUNT_NUMBER, bankAccountNumber);
        all.put(KycAttribute.NAME, name);
        all.put(KycAttribute.GIVEN_NAME, givenName);
        all.put(KycAttribute.FAMILY_NAME, familyName);
        all.put(KycAttribute.NAME_KANA_HANKAKU, nameKanaHankaku);
        all.put(KycAttribute.NAME_KANA_ZENKAKU, nameKanaZenkaku);
        all.put(KycAttribute.MIDDLE_NAMES, middleNames);
        all.put(KycAttribute.FAMILY_NAME_AT_BIRTH, familyNameAtBirth);
        all.put(KycAttribute.ADDRESS, address);
        all.put(KycAttribute.STREET_NAME, streetName);
        all.put(KycAttribute.STREET_NUMBER, streetNumber);
        all.put(KycAttribute.POSTAL_CODE, postalCode);
        all.put(KycAttribute.REGION, region);
        all.put(KycAttribute.LOCALITY, locality);
        all.put(KycAttribute.COUNTRY, country);
        all.put(KycAttribute.HOUSE_NUMBER_EXTENSION, houseNumberExtension);
        all.put(KycAttribute.BIRTHDATE, birthdate);
        all.put(KycAttribute.EMAIL, email);
        all.put(KycAttribute.GENDER, gender);
        all.put(KycAttribute.CITY_OF_BIRTH, cityOfBirth);
        all.put(KycAttribute.COUNTRY_OF_BIRTH, countryOfBirth);
        all.put(KycAttribute.NATIONALITY, nationality);
        var claimed = new EnumMap<KycAttribute, String>(KycAttribute.class);
        all.forEach(
                (attribute, value) -> {
                    if (value != null) {
                        claimed.put(attribute, value.toString());
                    }
                });
        return claimed;
    }

    @Override
    public String toString() {
        return "KycMatchRequest(masked)";
    }
}
