package bg.telenor.identity.domain;

import bg.telenor.kit.value.DocumentNumber;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What we keep of a person whom the register confirmed, to compare claims with. Any part may be
 * null: the register gives what we are granted.
 */
public record KnownPerson(
        PersonNames names, LocalDate birthDate, DocumentNumber document, Address address) {

    /** The register's permanent addresses lie in this country. */
    private static final String COUNTRY = "BG";

    /**
     * How alike a claimed value and the known one are, from 0 to 100, which only the same have;
     * empty where none is known.
     */
    public OptionalInt likeness(KycAttribute attribute, String claimed) {
        var canonical = attribute.canonical(claimed);
        return spellings(attribute)
                .map(attribute::canonical)
                .mapToInt(known -> Likeness.of(known, canonical).score())
                .max();
    }

    /** All ways in which the value may be written and is the same. */
    private Stream<String> spellings(KycAttribute attribute) {
        return switch (attribute) {
            case ID_DOCUMENT -> document == null ? Stream.empty() : Stream.of(document.value());
            case NAME -> names == null ? Stream.empty() : fullNames(names);
            case GIVEN_NAME -> names == null ? Stream.empty() : Stream.ofNullable(names.first());
            case MIDDLE_NAMES -> names == null ? Stream.empty() : Stream.ofNullable(names.father());
            case FAMILY_NAME -> names == null ? Stream.empty() : Stream.ofNullable(names.family());
            case BIRTHDATE -> Stream.ofNullable(birthDate).map(LocalDate::toString);
            case ADDRESS -> address == null ? Stream.empty() : fullAddresses(address);
            case STREET_NAME ->
                    address == null ? Stream.empty() : Stream.ofNullable(address.location());
            case STREET_NUMBER ->
                    address == null ? Stream.empty() : Stream.ofNullable(address.building());
            case HOUSE_NUMBER_EXTENSION ->
                    address == null ? Stream.empty() : Stream.ofNullable(address.apartment());
            case LOCALITY ->
                    address == null ? Stream.empty() : Stream.ofNullable(address.settlement());
            case REGION -> address == null ? Stream.empty() : Stream.ofNullable(address.district());
            case COUNTRY -> address == null ? Stream.empty() : Stream.of(COUNTRY);
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
                    Stream.empty();
        };
    }

    /** With the father's name or without it, the family name last or first. */
    private static Stream<String> fullNames(PersonNames names) {
        if (names.first() == null || names.family() == null) {
            return Stream.empty();
        }
        return Stream.of(
                joined(names.first(), names.father(), names.family()),
                joined(names.first(), names.family()),
                joined(names.family(), names.first(), names.father()),
                joined(names.family(), names.first()));
    }

    /** As much of it as somebody writes, the settlement last, first or left out. */
    private static Stream<String> fullAddresses(Address address) {
        if (address.location() == null && address.building() == null) {
            return Stream.empty();
        }
        var house = joined(address.location(), address.building());
        return Stream.of(
                        house,
                        joined(house, address.apartment()),
                        joined(house, address.entrance(), address.floor(), address.apartment()))
                .distinct()
                .flatMap(
                        street ->
                                Stream.of(
                                        street,
                                        joined(street, address.settlement()),
                                        joined(address.settlement(), street)));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "KnownPerson(masked)";
    }
}
