package bg.telenor.portability.lookup;

import bg.telenor.kit.value.Msisdn;
import java.nio.charset.StandardCharsets;

/**
 * A place in a text of bytes that moves on over what is expected there, and stays where anything
 * else is: for forms that are so usual that they are worth not being parsed.
 */
final class PlainText {

    private static final int MOBILE = "+359888001234".length();
    private static final int LONGEST_QUOTED = 40;

    private final byte[] text;
    private int at;

    PlainText(byte[] text) {
        this.text = text;
    }

    boolean skip(String expected) {
        if (text.length - at < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }

    /** Goes over so many bytes, whatever they are. */
    boolean skip(int bytes) {
        if (text.length - at < bytes) {
            return false;
        }
        at += bytes;
        return true;
    }

    void blanks() {
        while (at < text.length && text[at] == ' ') {
            at++;
        }
    }

    boolean isAtEnd() {
        return at == text.length;
    }

    /** What stands in quotes, if it is short and of plain ASCII; or null. */
    String quoted() {
        if (at == text.length || text[at] != '"') {
            return null;
        }
        int end = at + 1;
        while (end < text.length && isPlain(text[end])) {
            end++;
        }
        if (end == text.length || text[end] != '"' || end - at > LONGEST_QUOTED) {
            return null;
        }
        var quoted = new String(text, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
        at = end + 1;
        return quoted;
    }

    /** A mobile number in quotes and in E.164 form, or null. */
    Msisdn number() {
        int end = at + 1 + MOBILE;
        if (end >= text.length || text[at] != '"' || text[end] != '"') {
            return null;
        }
        var e164 = new String(text, at + 1, MOBILE, StandardCharsets.ISO_8859_1);
        if (!Msisdn.isPlainMobile(e164)) {
            return null;
        }
        at = end + 1;
        return new Msisdn(e164);
    }

    private static boolean isPlain(byte one) {
        return one >= ' ' && one != '"' && one != '\\';
    }
}
