package bg.telenor.identity.domain;

import static bg.telenor.identity.domain.ClaimedField.BIRTH_DATE;
import static bg.telenor.identity.domain.ClaimedField.NAMES;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which claimed values are the registered ones. A field in neither set is not available: not
 * claimed, or not given by the register.
 *
 * @param namesScore how alike the names are, 0 to 100, or null where they are not available
 */
public record Matches(Set<ClaimedField> same, Set<ClaimedField> different, Integer namesScore) {

    public static final Matches NONE = new Matches(Set.of(), Set.of(), null);

    public Matches {
        same = Set.copyOf(same);
        different = Set.copyOf(different);
    }

    /** Whether a field is the registered one; empty where that is not available. */
    public Optional<Boolean> of(ClaimedField field) {
        return same.contains(field)
                ? Optional.of(true)
                : different.contains(field) ? Optional.of(false) : Optional.empty();
    }

    public boolean hasAddress() {
        return ClaimedField.OF_ADDRESS.keySet().stream().anyMatch(field -> of(field).isPresent());
    }

    /** Whether the claim is another person's. An address may have changed, and decides nothing. */
    boolean contradict() {
        return different.contains(NAMES) || different.contains(BIRTH_DATE);
    }

    static Matches of(RegisteredPerson person, Claim claim) {
        var score =
                claim.names() == null
                        ? null
                        : PersonNames.likeness(person.spellings(), claim.names());
        var matches = new Comparison();
        matches.compare(NAMES, score, 100, Objects::equals);
        matches.compare(BIRTH_DATE, person.birthDate(), claim.birthDate(), Objects::equals);
        if (person.address() != null && claim.address() != null) {
            ClaimedField.OF_ADDRESS.forEach(
                    (field, part) ->
                            matches.compare(
                                    field,
                                    part.apply(person.address()),
                                    part.apply(claim.address()),
                                    Matches::samePlace));
        }
        return new Matches(matches.same, matches.different, score);
    }

    private static boolean samePlace(String registered, String claimed) {
        return Words.ofPlace(registered).equals(Words.ofPlace(claimed));
    }

    private static final class Comparison {

        private final Set<ClaimedField> same = EnumSet.noneOf(ClaimedField.class);
        private final Set<ClaimedField> different = EnumSet.noneOf(ClaimedField.class);

        <T> void compare(ClaimedField field, T registered, T claimed, BiPredicate<T, T> equal) {
            if (registered != null && claimed != null) {
                (equal.test(registered, claimed) ? same : different).add(field);
            }
        }
    }
}
