package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.consent.domain.AnswerSheet.Piece;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerSheetTest {

    private static final Set<String> BOTH = Set.of("pay", "identity");

    @Test
    void missesWhoHasSaidNothing() {
        var sheet = new AnswerSheet(1, List.of(new Piece("pay", 1, 0, true)));

        assertThat(sheet.missing(BOTH)).containsExactly("identity");
    }

    @Test
    void missesWhoHasNotAnsweredEveryPart() {
        var sheet =
                new AnswerSheet(
                        2, List.of(new Piece("pay", 1, 0, true), new Piece("pay", 2, 0, true)));

        assertThat(sheet.missing(Set.of("pay"))).isEmpty();
        assertThat(new AnswerSheet(3, sheet.pieces()).missing(Set.of("pay")))
                .containsExactly("pay");
    }

    @Test
    void missesAServiceWhosePieceInTheMiddleIsNotThere() {
        var sheet =
                new AnswerSheet(
                        1, List.of(new Piece("pay", 1, 2, true), new Piece("pay", 1, 0, false)));

        assertThat(sheet.missing(Set.of("pay"))).containsExactly("pay");
    }

    @Test
    void takesPiecesInAnyOrderAndTwice() {
        var sheet =
                new AnswerSheet(
                        1,
                        List.of(
                                new Piece("pay", 1, 1, true),
                                new Piece("pay", 1, 0, false),
                                new Piece("pay", 1, 1, true)));

        assertThat(sheet.missing(Set.of("pay"))).isEmpty();
    }

    @Test
    void missesAServiceWhoseLastPieceIsNotThere() {
        var sheet = new AnswerSheet(1, List.of(new Piece("pay", 1, 0, false)));

        assertThat(sheet.missing(Set.of("pay"))).containsExactly("pay");
    }

    @Test
    void doesNotCountAnswersOfStrangers() {
        var sheet = new AnswerSheet(1, List.of(new Piece("stranger", 1, 0, true)));

        assertThat(sheet.missing(BOTH)).containsExactly("identity", "pay");
    }
}
