package bg.telenor.identity.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Names and places reduced to capital Latin letters, for comparison only: whatever the alphabet,
 * case, blanks, hyphens and accents. Cyrillic is written as the Transliteration Act has it.
 */
final class Words {

    private static final String SINGLE = "АБВГДЕЗИЙКЛМНОПРСТУФХЪЬ";
    private static final String LATIN = "ABVGDEZIYKLMNOPRSTUFHAY";
    private static final Map<Character, String> SEVERAL =
            Map.of('Ж', "ZH", 'Ц', "TS", 'Ч', "CH", 'Ш', "SH", 'Щ', "SHT", 'Ю', "YU", 'Я', "YA");

    /**
     * Words that the Act writes as they have always been written, by how their letters come out.
     */
    private static final Map<String, String> EXCEPTIONS = Map.of("BALGARIA", "BULGARIA");

    /** What kind of place it is, which one side writes and the other does not. */
    private static final Set<String> KINDS =
            Set.of(
                    "OBL",
                    "OBLAST",
                    "OBSHT",
                    "OBSHTINA",
                    "GR",
                    "GRAD",
                    "S",
                    "SELO",
                    "UL",
                    "ULITSA",
                    "BUL",
                    "BULEVARD",
                    "PL",
                    "PLOSHTAD",
                    "ZHK",
                    "KV",
                    "KVARTAL",
                    "BL",
                    "BLOK",
                    "VH",
                    "VHOD",
                    "ET",
                    "ETAZH",
                    "AP",
                    "APARTAMENT",
                    "N",
                    "NO");

    private Words() {}

    static String ofName(String written) {
        return joined(written, UnaryOperator.identity());
    }

    /** Numbers count too, without leading zeros; the kind of a place does not. */
    static String ofPlace(String written) {
        return joined(spelledOut(written), Words::withoutKind);
    }

    private static String spelledOut(String written) {
        return written.replaceAll("(?iu)ж\\.\\s*к\\.", "жк ");
    }

    /** A whole address: each word as in a place, apart, and wherever a kind stands it goes. */
    static String ofAddress(String written) {
        return Arrays.stream(latin(spelledOut(written)))
                .filter(word -> !KINDS.contains(word))
                .map(Words::withoutZeros)
                .collect(Collectors.joining(" "));
    }

    private static String joined(String written, UnaryOperator<String[]> which) {
        return Arrays.stream(which.apply(latin(written))).collect(Collectors.joining());
    }

    private static String[] latin(String written) {
        var words =
                Normalizer.normalize(written, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{M}\\p{N}]+");
        return Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .map(Words::latinOf)
                .toArray(String[]::new);
    }

    private static String latinOf(String word) {
        var letters = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            int at = SINGLE.indexOf(letter);
            if (at >= 0) {
                letters.append(LATIN.charAt(at));
            } else {
                letters.append(SEVERAL.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        // A word's final -ия is -ia, and -iya to whoever spells letter by letter.
        var plain = withoutAccents(letters.toString()).replaceAll("IYA$", "IA");
        return EXCEPTIONS.getOrDefault(plain, plain);
    }

    private static String withoutAccents(String latin) {
        return Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String[] withoutKind(String[] words) {
        int from = 0;
        while (from < words.length - 1 && KINDS.contains(words[from])) {
            from++;
        }
        return Arrays.stream(words, from, words.length)
                .map(Words::withoutZeros)
                .toArray(String[]::new);
    }

    private static String withoutZeros(String word) {
        return word.replaceFirst("^0+(?=\\d)", "");
    }
}
