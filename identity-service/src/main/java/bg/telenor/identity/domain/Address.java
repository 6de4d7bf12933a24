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

    Address canonical() {
        return new Address(
                canonical(district),
                canonical(municipality),
                canonical(settlement),
                canonical(location),
                canonical(building),
                canonical(entrance),
                canonical(floor),
                canonical(apartment));
    }

    private static String canonical(String part) {
        return part == null ? null : Words.ofPlace(part);
    }

    @Override
    public String toString() {
        return "Address(masked)";
    }
}
