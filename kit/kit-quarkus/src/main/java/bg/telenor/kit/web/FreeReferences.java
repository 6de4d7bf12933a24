package bg.telenor.kit.web;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.regex.Pattern;

/** Looks for what must not stand in a reference that a caller may choose freely. */
public final class FreeReferences {

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{10}(?![0-9])");

    private FreeReferences() {}

    /**
     * Whether the text holds a valid EGN or LNCh, or a Bulgarian phone number. UUIDs in it do not
     * count: their digits are random.
     */
    public static boolean holdsIdentifier(String text) {
        var rest = UUID.matcher(text).replaceAll(" ");
        return TEN_DIGITS.matcher(rest).results().anyMatch(run -> isPersonal(run.group()))
                || PhoneNumberUtil.getInstance()
                        .findNumbers(rest, "BG", Leniency.VALID, Long.MAX_VALUE)
                        .iterator()
                        .hasNext();
    }

    private static boolean isPersonal(String tenDigits) {
        return isA(() -> new Egn(tenDigits)) || isA(() -> new Lnch(tenDigits));
    }

    private static boolean isA(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
