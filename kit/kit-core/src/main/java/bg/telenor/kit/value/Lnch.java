package bg.telenor.kit.value;

/** A foreigner's personal number (ЛНЧ): ten digits, the last a checksum; no date inside. */
public record Lnch(String value) implements PersonalNumber {

    private static final int[] WEIGHTS = {21, 19, 17, 13, 11, 9, 7, 3, 1};

    public Lnch {
        if (value == null || !value.matches("[0-9]{10}")) {
            throw new IllegalArgumentException("LNCh must be 10 digits");
        }
        if (checkDigit(value) != value.charAt(9) - '0') {
            throw new IllegalArgumentException("LNCh check digit does not match");
        }
    }

    /** The check digit that nine leading digits ask for, 0 to 9. */
    public static int checkDigit(String firstNine) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (firstNine.charAt(i) - '0');
        }
        return sum % 10;
    }

    @Override
    public Type type() {
        return Type.LNCH;
    }

    @Override
    public String toString() {
        return "LNCh(masked)";
    }
}
