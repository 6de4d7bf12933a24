package bg.telenor.identity.domain;

import java.util.Comparator;

/**
 * How alike two words are, by the slips that make one of the other: a letter too many, one too few,
 * a wrong one, or two neighbours that changed places (optimal string alignment).
 */
final class Likeness {

    /** So many slips among so many letters. */
    record Slips(int count, int letters) {

        /** By their share of the letters. */
        static final Comparator<Slips> FEWEST_FIRST = Comparator.comparingDouble(Slips::share);

        private double share() {
            return letters == 0 ? 0 : (double) count / letters;
        }

        Slips plus(Slips more) {
            return new Slips(count + more.count, letters + more.letters);
        }

        /** From 0, nothing alike, to 100, which only words without a slip have. */
        int score() {
            return letters == 0 ? 100 : 100 * (letters - count) / letters;
        }
    }

    private Likeness() {}

    static Slips of(String one, String other) {
        return new Slips(distance(one, other), Math.max(one.length(), other.length()));
    }

    private static int distance(String one, String other) {
        var slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : least(slips, one, other, i, j);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int least(int[][] slips, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        slips[i - 1][j - 1] + wrong,
                        1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        return i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)
                ? Math.min(least, slips[i - 2][j - 2] + 1)
                : least;
    }
}
