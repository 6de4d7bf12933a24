package bg.telenor.identity.domain;

import bg.telenor.identity.domain.Likeness.Slips;
import java.util.Optional;
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
     * How alike these names and the claimed ones are, from 0 to 100, which only the same letters
     * have: those of the official transliteration, whatever the alphabet, case, blanks and hyphens.
     * A name that the claim leaves out may be anything; one that the register does not give decides
     * nothing.
     *
     * @return null when no name is given on both sides
     */
    Integer likeness(PersonNames claimed) {
        var slips =
                Stream.of(
                                slips(first, claimed.first),
                                slips(father, claimed.father),
                                slips(family, claimed.family))
                        .flatMap(Optional::stream)
                        .reduce(Slips::plus);
        return slips.map(Slips::score).orElse(null);
    }

    PersonNames canonical() {
        return new PersonNames(canonical(first), canonical(father), canonical(family));
    }

    private static String canonical(String name) {
        return name == null ? null : Words.ofName(name);
    }

    private static Optional<Slips> slips(String registered, String claimed) {
        return registered == null || claimed == null
                ? Optional.empty()
                : Optional.of(Likeness.of(Words.ofName(registered), Words.ofName(claimed)));
    }

    @Override
    public String toString() {
        return "PersonNames(masked)";
    }
}
