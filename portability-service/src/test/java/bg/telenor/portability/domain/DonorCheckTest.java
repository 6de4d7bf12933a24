package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.References.OTHER_PERSON;
import static bg.telenor.portability.domain.References.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.DonorCheck.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DonorCheckTest {

    private static final OperatorCode US = new OperatorCode("TELENOR");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Facts GOOD = held(Optional.of(US), Optional.of(PERSON), Set.of());

    private final DonorCheck check = new DonorCheck(US, THREE_DAYS);

    @Test
    void letsTheSubscribersNumbersGo() {
        assertThat(check.groundsAgainst(PERSON, List.of(GOOD, GOOD), NOON)).isEmpty();
    }

    @Test
    void doesNotKnowANumberThatNobodyServes() {
        var number = held(Optional.empty(), Optional.empty(), Set.of());

        assertThat(check.groundsAgainst(PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.NUMBER_UNKNOWN);
    }

    @Test
    void isNotTheDonorOfAnothersNumber() {
        var number = held(Optional.of(new OperatorCode("A1")), Optional.of(PERSON), Set.of());

        assertThat(check.groundsAgainst(PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.NOT_DONOR);
    }

    @Test
    void doesNotLetAnInactiveNumberGo() {
        var number = held(Optional.of(US), Optional.empty(), Set.of(PERSON));

        assertThat(check.groundsAgainst(PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.NUMBER_INACTIVE);
    }

    @Test
    void doesNotGiveANumberToAStranger() {
        assertThat(check.groundsAgainst(OTHER_PERSON, List.of(GOOD), NOON))
                .containsExactly(RejectCode.ID_MISMATCH);
    }

    @Test
    void doesNotGiveTheSubscribersNumberToItsUser() {
        var number = held(Optional.of(US), Optional.of(PERSON), Set.of(OTHER_PERSON));

        assertThat(check.groundsAgainst(OTHER_PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.NOT_HOLDER);
    }

    @Test
    void promisesANumberOnce() {
        var number = known(Optional.empty(), true, false);

        assertThat(check.groundsAgainst(PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.ALREADY_PORTING);
    }

    @Test
    void refusesAllNumbersForTheGroundsOfEach() {
        var inactive = held(Optional.of(US), Optional.empty(), Set.of());
        var moving = known(Optional.empty(), true, false);

        assertThat(check.groundsAgainst(PERSON, List.of(GOOD, inactive, moving), NOON))
                .containsExactlyInAnyOrder(RejectCode.NUMBER_INACTIVE, RejectCode.ALREADY_PORTING);
    }

    @Test
    void keepsANumberThatItsSubscriberLocked() {
        var number = known(Optional.empty(), false, true);

        assertThat(check.groundsAgainst(PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.PORT_LOCKED);
    }

    @Test
    void keepsANumberForThreeDaysAfterItChangedHands() {
        var tooFresh = known(Optional.of(NOON.minus(THREE_DAYS).plusMillis(1)), false, false);
        var settled = known(Optional.of(NOON.minus(THREE_DAYS)), false, false);

        assertThat(check.groundsAgainst(PERSON, List.of(tooFresh), NOON))
                .containsExactly(RejectCode.HOLDER_CHANGED);
        assertThat(check.groundsAgainst(PERSON, List.of(settled), NOON)).isEmpty();
    }

    @Test
    void tellsAStrangerNothingThatIsOnlyTheSubscribers() {
        var number =
                new Facts(
                        Optional.of(US),
                        Optional.of(PERSON),
                        Set.of(),
                        Optional.of(NOON),
                        true,
                        true);

        assertThat(check.groundsAgainst(OTHER_PERSON, List.of(number), NOON))
                .containsExactly(RejectCode.ID_MISMATCH);
    }

    private static Facts held(
            Optional<OperatorCode> servedBy,
            Optional<SubjectRef> subscriber,
            Set<SubjectRef> others) {
        return new Facts(servedBy, subscriber, others, Optional.empty(), false, false);
    }

    private static Facts known(Optional<Instant> heldSince, boolean porting, boolean locked) {
        return new Facts(
                Optional.of(US), Optional.of(PERSON), Set.of(), heldSince, porting, locked);
    }
}
