package bg.telenor.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** A telephone number of the Bulgarian numbering plan, held in E.164 form (+359…). */
public record Msisdn(@JsonValue String e164) {

    private static final String REGION = "BG";
    private static final String COUNTRY = "+359";
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 9;
    private static final int MOBILE_DIGITS = 9;

    public Msisdn {
        if (e164 == null || !isE164(e164)) {
            throw new IllegalArgumentException("number must be a Bulgarian one in E.164 form");
        }
    }

    /**
     * Reads a number written nationally (0888…) or internationally (+359…, 00359…).
     *
     * @throws IllegalArgumentException when it is no number of the Bulgarian numbering plan
     */
    @JsonCreator
    public static Msisdn of(String written) {
        if (isPlainMobile(written)) {
            return new Msisdn(written);
        }
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(written, REGION);
            if (!util.isValidNumberForRegion(number, REGION)) {
                throw new IllegalArgumentException(
                        "number is not one of the Bulgarian numbering plan");
            }
            return new Msisdn(util.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("number cannot be read as a telephone number", e);
        }
    }

    /**
     * Whether a text is a mobile number of nine digits in E.164 form. Most numbers are written so,
     * and need not be parsed: everything that this says yes to, the numbering plan says yes to, and
     * is written as it stands.
     */
    public static boolean isPlainMobile(String written) {
        return written != null
                && written.length() == COUNTRY.length() + MOBILE_DIGITS
                && isE164(written)
                && isMobile(written.charAt(4), written.charAt(5), written.charAt(6));
    }

    private static boolean isMobile(char first, char second, char third) {
        return switch (first) {
            case '8' -> second >= '7';
            case '9' -> second == '8' || (second == '9' && (third == '6' || third == '9'));
            default -> false;
        };
    }

    private static boolean isE164(String text) {
        int digits = text.length() - COUNTRY.length();
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || !text.startsWith(COUNTRY)) {
            return false;
        }
        for (int i = COUNTRY.length(); i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "MSISDN(masked)";
    }
}
