package bg.telenor.identity.domain;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's names as somebody wrote them: the register in Cyrillic, a customer in either alphabet.
 * Any of them may be null where it is not known.
 */
public record PersonNames(String first, String father, String family) {

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return first == null && father == null && family == null;
    }

    /**
     * Whether these names are the claimed ones: the same letters by the official transliteration,
     * whatever the alphabet, case, blanks and hyphens. A name that the claim leaves out may be
     * anything; one that the register does not give decides nothing.
     *
     * @return null when no name is given on both sides
     */
    Boolean match(PersonNames claimed) {
        var compared =
                Stream.of(
                                same(first, claimed.first),
                                same(father, claimed.father),
                                same(family, claimed.family))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return compared.isEmpty() ? null : !compared.contains(false);
    }

    private static Boolean same(String registered, String claimed) {
        return (registered == null || claimed == null)
                ? null
                : LatinLetters.of(registered).equals(LatinLetters.of(claimed));
    }

    @Override
    public String toString() {
        return "PersonNames(masked)";
    }
}
