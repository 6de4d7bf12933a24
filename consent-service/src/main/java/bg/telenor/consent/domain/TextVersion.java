package bg.telenor.consent.domain;

/** Which text a person agreed to, named by the month it came into use, such as {@code 2026-01}. */
public record TextVersion(String value) {

    public static final String FORM = "20[0-9]{2}-(0[1-9]|1[0-2])";

    public TextVersion {
        if (value == null || !value.matches(FORM)) {
            throw new IllegalArgumentException("text version must be a year and month");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
