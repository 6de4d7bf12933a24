package bg.telenor.identity.domain;

/**
 * A permanent address in the country, as the register has it or as somebody says it. Any part may
 * be null.
 *
 * @param location street, square or quarter
 */
public record Address(
        String district,
        String municipality,
        String settlement,
        String location,
        String building,
        String entrance,
        String floor,
        String apartment) {

    @Override
    public String toString() {
        return "Address(masked)";
    }
}
