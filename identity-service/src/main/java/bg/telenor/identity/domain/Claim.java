package bg.telenor.identity.domain;

import java.time.LocalDate;

/**
 * What the person says of themselves, to be compared with the register.
 *
 * @param names or null where not claimed
 * @param birthDate or null where not claimed
 * @param address or null where not claimed
 */
public record Claim(PersonNames names, LocalDate birthDate, Address address) {

    public static final Claim NONE = new Claim(null, null, null);

    /** The same for all claims that the register is compared with alike. */
    public Claim canonical() {
        return new Claim(
                names == null ? null : names.canonical(),
                birthDate,
                address == null ? null : address.canonical());
    }

    @Override
    public String toString() {
        return "Claim(masked)";
    }
}
