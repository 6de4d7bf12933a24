package bg.telenor.identity.domain;

import java.util.Locale;
import java.util.Map;

/**
 * A name reduced to capital Latin letters, for comparison only. Cyrillic is written as art. 3–6 of
 * the Transliteration Act have it.
 */
final class LatinLetters {

    private static final String SINGLE = "АБВГДЕЗИЙКЛМНОПРСТУФХЪЬ";
    private static final String LATIN = "ABVGDEZIYKLMNOPRSTUFHAY";
    private static final Map<Character, String> SEVERAL =
            Map.of('Ж', "ZH", 'Ц', "TS", 'Ч', "CH", 'Ш', "SH", 'Щ', "SHT", 'Ю', "YU", 'Я', "YA");

    private LatinLetters() {}

    static String of(String written) {
        var letters = new StringBuilder();
        for (char letter : written.toUpperCase(Locale.ROOT).toCharArray()) {
            int at = SINGLE.indexOf(letter);
            if (at >= 0) {
                letters.append(LATIN.charAt(at));
            } else if (SEVERAL.containsKey(letter)) {
                letters.append(SEVERAL.get(letter));
            } else if (Character.isLetter(letter)) {
                letters.append(letter);
            }
        }
        // A final -ия is -ia on documents (art. 5) and -iya to whoever spells letter by letter.
        return letters.toString().replaceAll("IYA$", "IA");
    }
}
