package bg.telenor.identity.domain;

import bg.telenor.kit.value.DocumentNumber;
import java.time.LocalDate;

/**
 * What is taken from the register's answer: what the privacy statement names, and what validity and
 * match are derived from. Whatever else the register sends never gets this far. Every field may be
 * null: the register gives what we are granted.
 *
 * @param photo taken only when it was asked for
 */
public record RegisteredPerson(
        PersonNames names,
        LocalDate birthDate,
        Document document,
        Address address,
        boolean deceased,
        Photo photo) {

    public RegisteredPerson(
            PersonNames names,
            LocalDate birthDate,
            Document document,
            Address address,
            boolean deceased) {
        this(names, birthDate, document, address, deceased, null);
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
     */
    public record Document(
            DocumentNumber number,
            LocalDate issuedOn,
            String issuedIn,
            String issuer,
            LocalDate validUntil,
            Boolean valid) {

        @Override
        public String toString() {
            return "Document(masked)";
        }
    }

    @Override
    public String toString() {
        return "RegisteredPerson(masked)";
    }
}
