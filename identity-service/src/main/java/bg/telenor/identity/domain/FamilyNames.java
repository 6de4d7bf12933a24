package bg.telenor.identity.domain;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The family names that somebody has, each reduced to what relatives share: -ov and -ova, -ski and
 * -ska are one, in either alphabet; of a double name each half counts.
 */
public record FamilyNames(Set<String> stems) {

    public static final FamilyNames NONE = new FamilyNames(Set.of());

    /** Shorter ones are shared by too many who are no relatives. */
    private static final int SHORTEST = 3;

    public FamilyNames {
        stems = Set.copyOf(stems);
    }

    /**
     * @param written or null where it is not known
     */
    public static FamilyNames of(String written) {
        if (written == null) {
            return NONE;
        }
        return new FamilyNames(
                Arrays.stream(written.split("[^\\p{L}\\p{M}]+", -1))
                        .filter(part -> !part.isEmpty())
                        .map(Words::ofName)
                        .map(name -> name.replaceFirst("[AI]$", ""))
                        .filter(stem -> stem.length() >= SHORTEST)
                        .collect(Collectors.toSet()));
    }

    @Override
    public String toString() {
        return "FamilyNames(masked)";
    }
}
