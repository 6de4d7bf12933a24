package bg.telenor.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** A telephone number of the Bulgarian numbering plan, held in E.164 form (+359…). */
public record Msisdn(@JsonValue String e164) {

    private static final String REGION = "BG";

    public Msisdn {
        if (e164 == null || !e164.matches("\\+359[0-9]{7,9}")) {
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

    @Override
    public String toString() {
        return "MSISDN(masked)";
    }
}
