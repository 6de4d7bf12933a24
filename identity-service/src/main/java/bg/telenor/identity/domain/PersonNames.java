package bg.telenor.identity.domain;

import bg.telenor.identity.domain.Likeness.Slips;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
     * How alike a person's names and the claimed ones are, from 0 to 100, which only the same
     * letters have: those of the official transliteration, whatever the alphabet, case, blanks and
     * hyphens. Of several spellings of a name the one that is more alike counts. A name that the
     * claim leaves out may be anything; one that the register does not give decides nothing.
     *
     * @return null when no name is given on both sides
     */
    static Integer likeness(List<PersonNames> spellings, PersonNames claimed) {
        var slips =
                Stream.<Function<PersonNames, String>>of(
                                PersonNames::first, PersonNames::father, PersonNames::family)
                        .flatMap(name -> slips(spellings, claimed, name).stream())
                        .reduce(Slips::plus);
        return slips.map(Slips::score).orElse(null);
    }

    PersonNames canonical() {
        return new PersonNames(canonical(first), canonical(father), canonical(family));
    }

    private static String canonical(String name) {
        return name == null ? null : Words.ofName(name);
    }

    private static Optional<Slips> slips(
            List<PersonNames> spellings, PersonNames claimed, Function<PersonNames, String> name) {
        var said = name.apply(claimed);
        if (said == null) {
            return Optional.empty();
        }
        return spellings.stream()
                .map(name)
                .filter(Objects::nonNull)
                .map(registered -> Likeness.of(Words.ofName(registered), Words.ofName(said)))
                .min(Slips.FEWEST_FIRST);
    }

    @Override
    public String toString() {
        return "PersonNames(masked)";
    }
}
