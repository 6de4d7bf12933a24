package bg.telenor.identity.domain;

import static bg.telenor.identity.domain.IdentityReferenceTest.ASKED;
import static bg.telenor.identity.domain.IdentityReferenceTest.CALL;
import static bg.telenor.identity.domain.IdentityReferenceTest.NOON;
import static bg.telenor.identity.domain.IdentityReferenceTest.PERSON;
import static bg.telenor.identity.domain.IdentityReferenceTest.REQUEST;
import static bg.telenor.identity.domain.IdentityReferenceTest.TAKEN;
import static bg.telenor.identity.domain.IdentityReferenceTest.TERMS;
import static bg.telenor.identity.domain.IdentityReferenceTest.end;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reference whose question the register has. */
class TakenTest {

    static Stream<Arguments> endsOfTaken() {
        return Stream.of(
                Arguments.of(new RegisterAnswer.Found("7", PERSON), "Confirmed"),
                Arguments.of(new RegisterAnswer.NoData("7"), "NOT_FOUND"),
                Arguments.of(new RegisterAnswer.RegisterRefused("7"), "REGISTER_REFUSED"),
                Arguments.of(new RegisterAnswer.NotReady(CALL), "Taken"),
                Arguments.of(new RegisterAnswer.NotSent(), "Taken"),
                Arguments.of(new RegisterAnswer.Unknown(), "Taken"),
                Arguments.of(new RegisterAnswer.Garbled(null), "Taken"),
                Arguments.of(new RegisterAnswer.Garbled("8"), "Taken"),
                Arguments.of(new RegisterAnswer.Garbled("7"), "Pending"),
                Arguments.of(new RegisterAnswer.Untrusted(Doubt.BROKEN), "Pending"),
                Arguments.of(new RegisterAnswer.Forgotten(), "Pending"));
    }

    @ParameterizedTest
    @MethodSource("endsOfTaken")
    void endsAsTheRegisterAnswersLater(RegisterAnswer answer, String end) {
        var next = TAKEN.answered(answer, Claim.NONE, false, TERMS, NOON);

        assertThat(end(next)).isEqualTo(end);
    }

    @Test
    void givesTheQuestionToTheRegisterAndLooksForTheAnswerAfterAPause() {
        var next =
                ASKED.answered(new RegisterAnswer.NotReady(CALL), Claim.NONE, false, TERMS, NOON);

        assertThat(next).isEqualTo(new Taken(REQUEST, 1, 1, CALL, 0, NOON.plusSeconds(2)));
    }

    @Test
    void looksForAnAnswerLaterEachTimeAndNeverCountsItAsAnInquiry() {
        IdentityReference reference = TAKEN;
        for (int i = 0; i < 20; i++) {
            reference =
                    reference
                            .check(TERMS, NOON)
                            .answered(
                                    new RegisterAnswer.NotReady(CALL),
                                    Claim.NONE,
                                    false,
                                    TERMS,
                                    NOON);
        }

        assertThat(
                        TAKEN.check(TERMS, NOON)
                                .answered(
                                        new RegisterAnswer.Unknown(),
                                        Claim.NONE,
                                        false,
                                        TERMS,
                                        NOON))
                .isEqualTo(new Taken(REQUEST, 1, 1, CALL, 1, NOON.plusSeconds(4)));
        assertThat(reference).isEqualTo(new Taken(REQUEST, 1, 1, CALL, 20, NOON.plusSeconds(60)));
    }

    @Test
    void asksAnewWhatTheRegisterForgotAsOftenAsAnythingElse() {
        var again = TAKEN.answered(new RegisterAnswer.Forgotten(), Claim.NONE, false, TERMS, NOON);
        assertThat(again).isEqualTo(new Pending(REQUEST, 1, 1, NOON.plusSeconds(1)));

        var end =
                again.ask(TERMS, NOON)
                        .answered(new RegisterAnswer.NotReady(CALL), Claim.NONE, false, TERMS, NOON)
                        .answered(new RegisterAnswer.Forgotten(), Claim.NONE, false, TERMS, NOON);

        assertThat(end).isEqualTo(new Refused(REQUEST, Reason.NO_ANSWER, Verdict.NONE, NOON));
    }

    @Test
    void expiresWhenTheRegisterKeepsTheQuestion() {
        assertThat(TAKEN.check(TERMS, REQUEST.expiresAt().minusMillis(1)))
                .isEqualTo(new Taken(REQUEST, 1, 1, CALL, 1, NOON));
        assertThat(TAKEN.check(TERMS, REQUEST.expiresAt()))
                .isEqualTo(new Refused(REQUEST, Reason.EXPIRED, Verdict.NONE, REQUEST.expiresAt()));
    }

    @Test
    void leavesTheAnswerWithTheRegisterWhileProcessingIsRestricted() {
        var later = REQUEST.expiresAt().plusSeconds(1);

        var held = TAKEN.check(TERMS, NOON).hold(TERMS, later);

        assertThat(held)
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> {
                            assertThat(taken.call()).isEqualTo(CALL);
                            assertThat(taken.request().expiresAt())
                                    .isEqualTo(later.plus(TERMS.patience()));
                            assertThat(taken.dueAt()).isEqualTo(later.plusSeconds(60));
                        });
    }

    @Test
    void keepsTheCodeOutOfTexts() {
        assertThat(CALL).hasToString("RegisterCall(7)");
        assertThat(TAKEN.toString()).doesNotContain("code");
    }
}
