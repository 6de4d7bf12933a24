package bg.telenor.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Pending;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Taken;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.DocumentNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityReferenceTest {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Terms TERMS =
            new Terms(
                    Duration.ofHours(24),
                    Duration.ofHours(2),
                    Duration.ofHours(1),
                    1,
                    new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60)),
                    new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(60)));

    static final IdentityReference.Request REQUEST =
            new IdentityReference.Request(
                    UUID.randomUUID(),
                    new SubjectRef("egn:1:" + "A".repeat(43)),
                    UUID.randomUUID(),
                    Purpose.CONTRACT_CONCLUSION,
                    Role.USER,
                    "shop",
                    NOON,
                    NOON.plus(TERMS.patience()));

    private static final Pending NEW = new Pending(REQUEST, 0, 0, NOON);
    static final Pending ASKED = new Pending(REQUEST, 1, 1, NOON);

    static final RegisterCall CALL = new RegisterCall("7", "code");
    static final Taken TAKEN = new Taken(REQUEST, 1, 1, CALL, 0, NOON);

    static final RegisteredPerson PERSON =
            new RegisteredPerson(
                    new PersonNames("ПРОБОСЛАВ", "МНИМОВ", "НЕБИВАЛСКИ"),
                    null,
                    LocalDate.of(1850, 5, 4),
                    document(LocalDate.of(2032, 1, 1), true),
                    null,
                    false);

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(NEW, Set.of("ask", "answer", "hold")),
                Arguments.of(ASKED, Set.of("ask", "answer", "hold")),
                Arguments.of(TAKEN, Set.of("check", "answer", "hold")),
                Arguments.of(new Confirmed(REQUEST, Verdict.NONE, NOON, NOON), Set.of()),
                Arguments.of(new Refused(REQUEST, Reason.NOT_FOUND, Verdict.NONE, NOON), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(IdentityReference from, Set<String> allowed) {
        var moves =
                Map.<String, UnaryOperator<IdentityReference>>of(
                        "ask", reference -> reference.ask(TERMS, NOON),
                        "hold", reference -> reference.hold(TERMS, NOON),
                        "check", reference -> reference.check(TERMS, NOON),
                        "answer",
                                reference ->
                                        reference.answered(
                                                new RegisterAnswer.NoData("1"),
                                                Claim.NONE,
                                                false,
                                                TERMS,
                                                NOON));

        moves.forEach(
                (name, move) -> {
                    if (allowed.contains(name)) {
                        assertThat(move.apply(from).request()).isEqualTo(REQUEST);
                    } else {
                        assertThatExceptionOfType(IdentityReference.IllegalMove.class)
                                .isThrownBy(() -> move.apply(from))
                                .withMessageContaining(name);
                    }
                });
    }

    @Test
    void waitsWhileItIsHeldAsIfItHadJustComeIn() {
        var later = REQUEST.expiresAt().plusSeconds(1);

        var held = ASKED.hold(TERMS, later);

        assertThat(held.request().expiresAt()).isEqualTo(later.plus(TERMS.patience()));
        assertThat(held.dueAt()).isEqualTo(later.plus(TERMS.asking().longest()));
        assertThat(held.ask(TERMS, later)).isInstanceOf(Pending.class);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(new RegisterAnswer.Found("1", PERSON), "Confirmed"),
                Arguments.of(new RegisterAnswer.NoData("1"), "NOT_FOUND"),
                Arguments.of(new RegisterAnswer.RegisterRefused(null), "REGISTER_REFUSED"),
                Arguments.of(new RegisterAnswer.NotReady(CALL), "Taken"),
                Arguments.of(new RegisterAnswer.Forgotten(), "Pending"),
                Arguments.of(new RegisterAnswer.NotSent(), "Pending"),
                Arguments.of(new RegisterAnswer.Unknown(), "Pending"),
                Arguments.of(new RegisterAnswer.Garbled("1"), "Pending"),
                Arguments.of(new RegisterAnswer.Untrusted(Doubt.BROKEN), "Pending"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void endsAsTheRegisterAnswers(RegisterAnswer answer, String end) {
        var next = ASKED.answered(answer, Claim.NONE, false, TERMS, NOON);

        assertThat(end(next)).isEqualTo(end);
    }

    @Test
    void isConfirmedForAsLongAsItIsFresh() {
        var next =
                ASKED.answered(new RegisterAnswer.Found("1", PERSON), claim(), false, TERMS, NOON);

        assertThat(next)
                .isEqualTo(
                        new Confirmed(
                                REQUEST,
                                new Verdict(
                                        new Matches(
                                                Set.of(ClaimedField.NAMES, ClaimedField.BIRTH_DATE),
                                                Set.of(),
                                                100),
                                        true,
                                        true),
                                NOON,
                                NOON.plus(TERMS.fresh())));
    }

    @Test
    void asksAgainLaterEachTimeNothingWasSent() {
        IdentityReference reference = NEW;
        for (int i = 0; i < 20; i++) {
            reference = reference.ask(TERMS, NOON);
            reference =
                    reference.answered(
                            new RegisterAnswer.NotSent(), Claim.NONE, false, TERMS, NOON);
        }

        assertThat(reference).isEqualTo(new Pending(REQUEST, 20, 0, NOON.plusSeconds(60)));
    }

    @Test
    void repeatsAnInquiryOfUnknownEndOnceAndThenGivesUp() {
        var repeated =
                ASKED.answered(new RegisterAnswer.Unknown(), Claim.NONE, false, TERMS, NOON)
                        .ask(TERMS, NOON);
        assertThat(repeated).isEqualTo(new Pending(REQUEST, 2, 2, NOON.plusSeconds(1)));

        var end =
                repeated.answered(new RegisterAnswer.Garbled("1"), Claim.NONE, false, TERMS, NOON);

        assertThat(end).isEqualTo(new Refused(REQUEST, Reason.NO_ANSWER, Verdict.NONE, NOON));
    }

    @Test
    void countsAnInquiryThatDiedWithItsProcess() {
        var twiceDead = ASKED.ask(TERMS, NOON);

        assertThat(twiceDead.ask(TERMS, NOON))
                .isEqualTo(new Refused(REQUEST, Reason.NO_ANSWER, Verdict.NONE, NOON));
    }

    @Test
    void expiresWhenTheRegisterStaysAway() {
        assertThat(ASKED.ask(TERMS, REQUEST.expiresAt()))
                .isEqualTo(new Refused(REQUEST, Reason.EXPIRED, Verdict.NONE, REQUEST.expiresAt()));
    }

    static Stream<Arguments> objections() {
        var names = PERSON.names();
        var born = PERSON.birthDate();
        var yesterday = document(LocalDate.of(2026, 3, 1), true);
        return Stream.of(
                Arguments.of(
                        new RegisteredPerson(names, null, born, PERSON.document(), null, true),
                        Reason.PERSON_DECEASED),
                Arguments.of(
                        new RegisteredPerson(names, null, born, yesterday, null, false),
                        Reason.DOCUMENT_NOT_VALID),
                Arguments.of(
                        new RegisteredPerson(names, null, born, document(null, false), null, false),
                        Reason.DOCUMENT_NOT_VALID),
                Arguments.of(
                        new RegisteredPerson(
                                new PersonNames("ДРУГА", null, "НЕБИВАЛСКА"),
                                null,
                                born,
                                PERSON.document(),
                                null,
                                false),
                        Reason.MISMATCH),
                Arguments.of(
                        new RegisteredPerson(
                                names, null, born.plusDays(1), PERSON.document(), null, false),
                        Reason.MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("objections")
    void refusesWhomTheRegisterDoesNotBearOut(RegisteredPerson person, Reason reason) {
        var next =
                ASKED.answered(new RegisterAnswer.Found("1", person), claim(), false, TERMS, NOON);

        assertThat(next)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    static Stream<Arguments> minors() {
        return Stream.of(
                Arguments.of(Role.USER, true, "Confirmed"),
                Arguments.of(Role.CONTACT, true, "Confirmed"),
                Arguments.of(Role.USER, false, "GUARDIAN_REQUIRED"),
                Arguments.of(Role.CONTACT, false, "GUARDIAN_REQUIRED"),
                Arguments.of(Role.GUARDIAN, true, "GUARDIAN_REQUIRED"),
                Arguments.of(Role.REPRESENTATIVE, true, "GUARDIAN_REQUIRED"));
    }

    @ParameterizedTest
    @MethodSource("minors")
    void confirmsAMinorOnlyWithAGuardianAndForThemselves(Role role, boolean guarded, String end) {
        var request =
                new IdentityReference.Request(
                        REQUEST.id(),
                        REQUEST.subject(),
                        REQUEST.caseId(),
                        REQUEST.purpose(),
                        role,
                        REQUEST.client(),
                        NOON,
                        REQUEST.expiresAt());

        var next =
                new Pending(request, 1, 1, NOON)
                        .answered(bornOn("2008-03-03"), Claim.NONE, guarded, TERMS, NOON);

        assertThat(end(next)).isEqualTo(end);
    }

    @Test
    void isOfAgeFromTheEighteenthBirthdayOn() {
        var next = ASKED.answered(bornOn("2008-03-02"), Claim.NONE, false, TERMS, NOON);

        assertThat(end(next)).isEqualTo("Confirmed");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void saysNothingOfAPersonOfWhomNothingIsKept(Reason reason) {
        assertThat(reason.leavesNothing())
                .isEqualTo(reason == Reason.PERSON_DECEASED || reason == Reason.GUARDIAN_REQUIRED);
    }

    @Test
    void saysNothingElseOfOneWhoHasDied() {
        var person =
                new RegisteredPerson(
                        PERSON.names(), null, PERSON.birthDate(), PERSON.document(), null, true);

        var next =
                ASKED.answered(new RegisterAnswer.Found("1", person), claim(), true, TERMS, NOON);

        assertThat(next)
                .isEqualTo(new Refused(REQUEST, Reason.PERSON_DECEASED, Verdict.NONE, NOON));
    }

    @Test
    void answersTheSameQuestionAgainForAWhileAndNeverBeyondItsFreshness() {
        var fresh = new Confirmed(REQUEST, Verdict.NONE, NOON, NOON.plus(TERMS.fresh()));
        var stale = new Confirmed(REQUEST, Verdict.NONE, NOON, NOON.plusSeconds(60));

        assertThat(fresh.answersAgain(TERMS, NOON.plus(TERMS.reuse()).minusMillis(1))).isTrue();
        assertThat(fresh.answersAgain(TERMS, NOON.plus(TERMS.reuse()))).isFalse();
        assertThat(stale.answersAgain(TERMS, NOON.plusSeconds(59))).isTrue();
        assertThat(stale.answersAgain(TERMS, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void refusesNobodyForWhatIsNotAvailable() {
        var bare = new RegisteredPerson(null, null, null, document(null, null), null, false);

        var next = ASKED.answered(new RegisterAnswer.Found("1", bare), claim(), false, TERMS, NOON);

        assertThat(next)
                .isInstanceOfSatisfying(
                        Confirmed.class,
                        confirmed -> assertThat(confirmed.verdict()).isEqualTo(Verdict.NONE));
    }

    private static Claim claim() {
        return new Claim(
                new PersonNames("Пробослав", null, "Небивалски"), LocalDate.of(1850, 5, 4), null);
    }

    private static RegisteredPerson.Document document(LocalDate validUntil, Boolean valid) {
        return new RegisteredPerson.Document(
                new DocumentNumber("AA0000001"), null, null, null, validUntil, valid, List.of());
    }

    private static RegisterAnswer bornOn(String day) {
        return new RegisterAnswer.Found(
                "1",
                new RegisteredPerson(
                        PERSON.names(),
                        null,
                        LocalDate.parse(day),
                        PERSON.document(),
                        null,
                        false));
    }

    static String end(IdentityReference reference) {
        return reference instanceof Refused refused ? refused.reason().name() : name(reference);
    }

    private static String name(IdentityReference reference) {
        return reference.getClass().getSimpleName();
    }
}
