package bg.telenor.kit.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A Bulgarian national identity number (ЕГН): birth date, serial and check digit. Never printed
 * whole: {@code toString} is masked, so it is safe in logs and problem details.
 */
public record Egn(String value) implements PersonalNumber {

    private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6};

    public Egn {
        if (value == null || !value.matches("[0-9]{10}")) {
            throw new IllegalArgumentException("EGN must be 10 digits");
        }
        birthDate(value);
        if (checkDigit(value) != digit(value, 9)) {
            throw new IllegalArgumentException("EGN check digit does not match");
        }
    }

    /** The check digit that nine leading digits ask for, 0 to 9. */
    public static int checkDigit(String firstNine) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digit(firstNine, i);
        }
        return sum % 11 % 10;
    }

    /** The birth date that the number encodes; it may lie in the future, which policy refuses. */
    public LocalDate birthDate() {
        return birthDate(value);
    }

    @Override
    public Type type() {
        return Type.EGN;
    }

    @Override
    public String toString() {
        return "EGN(masked)";
    }

    /** Months 21-32 mean 18xx and 41-52 mean 20xx; plain months mean 19xx. */
    private static LocalDate birthDate(String egn) {
        int month = Integer.parseInt(egn, 2, 4, 10);
        int century =
                switch (month / 20) {
                    case 0 -> 1900;
                    case 1 -> 1800;
                    case 2 -> 2000;
                    default ->
                            throw new IllegalArgumentException(
                                    "EGN does not start with a valid date");
                };
        try {
            return LocalDate.of(
                    century + Integer.parseInt(egn, 0, 2, 10),
                    month % 20,
                    Integer.parseInt(egn, 4, 6, 10));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("EGN does not start with a valid date", e);
        }
    }

    private static int digit(String egn, int index) {
        return egn.charAt(index) - '0';
    }
}
