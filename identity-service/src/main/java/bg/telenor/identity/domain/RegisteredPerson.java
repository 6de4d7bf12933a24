package bg.telenor.identity.domain;

import bg.telenor.kit.value.DocumentNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is taken from the register's answer: what the privacy statement names, and what validity and
 * match are derived from. Whatever else the register sends never gets this far. Every field may be
 * null: the register gives what we are granted.
 *
 * @param names as the register has them, in Cyrillic
 * @param latinNames as the register itself spells them, on the documents of foreigners above all
 * @param photo taken only when it was asked for
 */
public record RegisteredPerson(
        PersonNames names,
        PersonNames latinNames,
        LocalDate birthDate,
        Document document,
        Address address,
        boolean deceased,
        Photo photo) {

    public RegisteredPerson(
            PersonNames names,
            PersonNames latinNames,
            LocalDate birthDate,
            Document document,
            Address address,
            boolean deceased) {
        this(names, latinNames, birthDate, document, address, deceased, null);
    }

    /** Whether the person is known not to be of age on a day. */
    public boolean isMinor(LocalDate day) {
        return birthDate != null && !Verdict.isOfAge(birthDate, day);
    }

    /** Those that the register gives. */
    public FamilyNames familyNames() {
        return FamilyNames.of(names == null ? null : names.family());
    }

    /**
     * The document that the person was asked about with.
     *
     * @param validUntil the last day, or null where there is none or none is known
     * @param valid what the register itself says of its status, or null where it says nothing
     * @param stays when the holder may stay in the country, where the document is for that; empty
     *     where nothing is said
     */
    public record Document(
            DocumentNumber number,
            LocalDate issuedOn,
            String issuedIn,
            String issuer,
            LocalDate validUntil,
            Boolean valid,
            List<Stay> stays) {

        public Document {
            stays = List.copyOf(stays);
        }

        /** Whether the holder may stay on a day, or nothing is said of it. */
        boolean letsStayOn(LocalDate day) {
            return stays.isEmpty() || stays.stream().anyMatch(stay -> stay.includes(day));
        }

        @Override
        public String toString() {
            return "Document(masked)";
        }
    }

    /**
     * A time in which somebody may stay, both days included.
     *
     * @param from or null where it has no beginning
     * @param until or null where it has no end
     */
    public record Stay(LocalDate from, LocalDate until) {

        boolean includes(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
        }
    }

    /** The name to keep: in Cyrillic, or where there is no other, in Latin letters. */
    public PersonNames fullName() {
        return names == null ? latinNames : names;
    }

    /** All that the register has of the names. */
    List<PersonNames> spellings() {
        return Stream.of(names, latinNames).filter(Objects::nonNull).toList();
    }

    @Override
    public String toString() {
        return "RegisteredPerson(masked)";
    }
}
