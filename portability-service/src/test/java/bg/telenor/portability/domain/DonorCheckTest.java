package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.References.OTHER_PERSON;
import static bg.telenor.portability.domain.References.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.DonorCheck.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DonorCheckTest {

    private static final OperatorCode US = new OperatorCode("TELENOR");
    private static final Facts GOOD =
            new Facts(Optional.of(US), Optional.of(PERSON), Set.of(), false);

    private final DonorCheck check = new DonorCheck(US);

    @Test
    void letsTheSubscribersNumbersGo() {
        assertThat(check.groundsAgainst(PERSON, List.of(GOOD, GOOD))).isEmpty();
    }

    @Test
    void doesNotKnowANumberThatNobodyServes() {
        var number = new Facts(Optional.empty(), Optional.empty(), Set.of(), false);

        assertThat(check.groundsAgainst(PERSON, List.of(number)))
                .containsExactly(RejectCode.NUMBER_UNKNOWN);
    }

    @Test
    void isNotTheDonorOfAnothersNumber() {
        var number =
                new Facts(
                        Optional.of(new OperatorCode("A1")), Optional.of(PERSON), Set.of(), false);

        assertThat(check.groundsAgainst(PERSON, List.of(number)))
                .containsExactly(RejectCode.NOT_DONOR);
    }

    @Test
    void doesNotLetAnInactiveNumberGo() {
        var number = new Facts(Optional.of(US), Optional.empty(), Set.of(PERSON), false);

        assertThat(check.groundsAgainst(PERSON, List.of(number)))
                .containsExactly(RejectCode.NUMBER_INACTIVE);
    }

    @Test
    void doesNotGiveANumberToAStranger() {
        assertThat(check.groundsAgainst(OTHER_PERSON, List.of(GOOD)))
                .containsExactly(RejectCode.ID_MISMATCH);
    }

    @Test
    void doesNotGiveTheSubscribersNumberToItsUser() {
        var number = new Facts(Optional.of(US), Optional.of(PERSON), Set.of(OTHER_PERSON), false);

        assertThat(check.groundsAgainst(OTHER_PERSON, List.of(number)))
                .containsExactly(RejectCode.NOT_HOLDER);
    }

    @Test
    void promisesANumberOnce() {
        var number = new Facts(Optional.of(US), Optional.of(PERSON), Set.of(), true);

        assertThat(check.groundsAgainst(PERSON, List.of(number)))
                .containsExactly(RejectCode.ALREADY_PORTING);
    }

    @Test
    void refusesAllNumbersForTheGroundsOfEach() {
        var inactive = new Facts(Optional.of(US), Optional.empty(), Set.of(), false);
        var moving = new Facts(Optional.of(US), Optional.of(PERSON), Set.of(), true);

        assertThat(check.groundsAgainst(PERSON, List.of(GOOD, inactive, moving)))
                .containsExactlyInAnyOrder(RejectCode.NUMBER_INACTIVE, RejectCode.ALREADY_PORTING);
    }
}
