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

    @Override
    public String toString() {
        return "Claim(masked)";
    }
}
