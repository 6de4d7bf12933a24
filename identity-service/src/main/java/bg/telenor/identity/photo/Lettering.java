package bg.telenor.identity.photo;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Letters as dots, five wide and seven high. The platform's own text needs fonts and libraries that
 * a container without a screen does not have; this needs none.
 */
final class Lettering {

    static final int HEIGHT = 7;

    /** From one letter to the next, with the gap. */
    static final int ADVANCE = 6;

    private static final int WIDTH = 5;

    private static final String LETTERS = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-_@:+/?";

    /** A byte per column from the left, its lowest bit the dot at the top. */
    private static final byte[] COLUMNS =
            HexFormat.of()
                    .parseHex(
                            "00000000003e5149453e00427f400042615149462141454b31"
                                    + "1814127f1027454545393c4a49493001710905033649494936"
                                    + "064949291e7e1111117e7f494949363e414141227f4141221c"
                                    + "7f494949417f090909013e4149497a7f0808087f00417f4100"
                                    + "2040413f017f081422417f404040407f020c027f7f0408107f"
                                    + "3e4141413e7f090909063e4151215e7f091929464649494931"
                                    + "01017f01013f4040403f1f2040201f3f4038403f6314081463"
                                    + "07087008076151494543006060000008080808084040404040"
                                    + "324979413e003636000008083e080820100804020201510906");

    private Lettering() {}

    static int width(String text) {
        return text.length() * ADVANCE - 1;
    }

    /** Whether there is a dot; what is no known letter stands as a question mark. */
    static boolean isDot(String text, int x, int y) {
        int at = x / ADVANCE;
        int column = x % ADVANCE;
        if (at >= text.length() || column >= WIDTH) {
            return false;
        }
        var letter = text.substring(at, at + 1).toUpperCase(Locale.ROOT);
        int index = LETTERS.indexOf(letter);
        int known = index < 0 ? LETTERS.length() - 1 : index;
        return (COLUMNS[known * WIDTH + column] >> y & 1) == 1;
    }
}
