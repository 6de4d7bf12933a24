package bg.telenor.identity.domain;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A picture of a person as the register gives it, JPEG or PNG by its first bytes. Nobody has looked
 * into it yet: it may be anything behind them.
 */
public record Photo(String base64) {

    private static final int MOST_BYTES = 512 * 1024;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** How it is coded. */
    public enum Form {
        JPEG,
        PNG
    }

    public Photo {
        form(bytes(base64));
    }

    /** The picture in an answer; empty where the text is none that is shown. */
    public static Optional<Photo> of(String text) {
        try {
            return Optional.of(new Photo(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return bytes(base64);
    }

    public Form form() {
        return form(bytes());
    }

    private static byte[] bytes(String base64) {
        if (base64.length() > MOST_BYTES / 3 * 4) {
            throw new IllegalArgumentException("a picture that is too large");
        }
        return Base64.getDecoder().decode(base64);
    }

    private static Form form(byte[] bytes) {
        if (startsWith(bytes, JPEG)) {
            return Form.JPEG;
        }
        if (startsWith(bytes, PNG)) {
            return Form.PNG;
        }
        throw new IllegalArgumentException("neither JPEG nor PNG");
    }

    private static boolean startsWith(byte[] bytes, byte[] first) {
        return bytes.length > first.length
                && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }

    @Override
    public String toString() {
        return "Photo(masked)";
    }
}
