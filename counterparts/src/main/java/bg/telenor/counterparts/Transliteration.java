package bg.telenor.counterparts;

import java.util.Map;

/** Bulgarian Cyrillic in Latin letters, as the Transliteration Act has it on documents. */
final class Transliteration {

    private static final String SINGLE = "абвгдезийклмнопрстуфхъь";
    private static final String LATIN = "abvgdeziyklmnoprstufhay";
    private static final Map<Character, String> SEVERAL =
            Map.of('ж', "zh", 'ц', "ts", 'ч', "ch", 'ш', "sh", 'щ', "sht", 'ю', "yu", 'я', "ya");

    private Transliteration() {}

    static String latin(String cyrillic) {
        var latin = new StringBuilder();
        for (int i = 0; i < cyrillic.length(); i++) {
            char letter = cyrillic.charAt(i);
            var lower = Character.toLowerCase(letter);
            int at = SINGLE.indexOf(lower);
            var written =
                    at >= 0
                            ? String.valueOf(LATIN.charAt(at))
                            : SEVERAL.getOrDefault(lower, String.valueOf(lower));
            latin.append(
                    Character.isUpperCase(letter)
                            ? Character.toUpperCase(written.charAt(0)) + written.substring(1)
                            : written);
        }
        return latin.toString();
    }
}
