package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PortInTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(3600));
    private static final Set<RejectCode> DEBT = Set.of(RejectCode.DEBT);
    private static final PortIn.Request REQUEST =
            new PortIn.Request(
                    UUID.randomUUID(),
                    "shop",
                    UUID.randomUUID(),
                    References.PERSON,
                    List.of(References.NUMBER),
                    new OperatorCode("A1"),
                    ContractType.POSTPAID,
                    NOON);

    private static final Map<String, UnaryOperator<PortIn>> MOVES =
            Map.of(
                    "ask for", porting -> porting.ask(NOON),
                    "find another person in", PortIn::mismatch,
                    "refuse the identity of", PortIn::refuseIdentity,
                    "accept", porting -> porting.accept(NOON),
                    "reject", porting -> porting.reject(DEBT),
                    "schedule", porting -> porting.schedule(WINDOW),
                    "execute", PortIn::execute,
                    "complete", porting -> porting.complete(NOON),
                    "cancel", porting -> porting.cancel(CancelGround.CUSTOMER_WISH),
                    "expire", PortIn::expire);

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(
                        new PortIn.WaitingForIdentity(REQUEST, NOON),
                        Set.of(
                                "ask for",
                                "find another person in",
                                "refuse the identity of",
                                "cancel",
                                "expire")),
                Arguments.of(
                        new PortIn.Requested(REQUEST, NOON),
                        Set.of("accept", "reject", "cancel", "expire")),
                Arguments.of(new PortIn.Accepted(REQUEST, NOON), Set.of("schedule", "cancel")),
                Arguments.of(
                        new PortIn.Scheduled(REQUEST, WINDOW),
                        Set.of("schedule", "execute", "cancel")),
                Arguments.of(new PortIn.Executing(REQUEST, WINDOW), Set.of("complete")),
                Arguments.of(new PortIn.Completed(REQUEST, NOON), Set.of()),
                Arguments.of(new PortIn.Rejected(REQUEST, DEBT), Set.of()),
                Arguments.of(new PortIn.Cancelled(REQUEST, CancelGround.CUSTOMER_WISH), Set.of()),
                Arguments.of(new PortIn.Expired(REQUEST), Set.of()),
                Arguments.of(new PortIn.SubjectMismatch(REQUEST), Set.of()),
                Arguments.of(new PortIn.IdentityRefused(REQUEST), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(PortIn from, Set<String> allowed) {
        MOVES.forEach(
                (name, move) -> {
                    if (allowed.contains(name)) {
                        assertThat(move.apply(from).request()).isEqualTo(REQUEST);
                    } else {
                        assertThatExceptionOfType(IllegalMove.class)
                                .isThrownBy(() -> move.apply(from))
                                .withMessageContaining(name);
                    }
                });
    }

    @Test
    void remembersWhyTheDonorRefused() {
        var rejected = new PortIn.Requested(REQUEST, NOON).reject(DEBT);

        assertThat(rejected).isEqualTo(new PortIn.Rejected(REQUEST, DEBT));
    }

    @Test
    void takesAnotherWindowForOneThatWasMissed() {
        var next = new Window(NOON.plusSeconds(86_400), NOON.plusSeconds(90_000));

        var scheduled = new PortIn.Scheduled(REQUEST, WINDOW).schedule(next);

        assertThat(scheduled.window()).isEqualTo(next);
    }

    @Test
    void isAboutAtLeastOneNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PortIn.Request(
                                        REQUEST.id(),
                                        "shop",
                                        REQUEST.caseId(),
                                        References.PERSON,
                                        List.<SubjectRef>of(),
                                        REQUEST.donor(),
                                        ContractType.PREPAID,
                                        NOON));
    }
}
