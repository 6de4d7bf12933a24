package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.subject.SubjectRef;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RightsRequestTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> MISSING = List.of("identity-service");

    private static final RightsRequest.Request REQUEST =
            new RightsRequest.Request(
                    UUID.randomUUID(),
                    RightsRequest.Type.ACCESS,
                    null,
                    new SubjectRef("egn:1:" + "A".repeat(43)),
                    1,
                    NOON,
                    NOON,
                    NOON);

    private static final Map<String, UnaryOperator<RightsRequest>> MOVES =
            Map.of(
                    "begin", request -> request.begin(1, NOON),
                    "complete", request -> request.complete(NOON),
                    "complete with gaps", request -> request.completeWithout(MISSING, NOON),
                    "expire", request -> request.expire(NOON));

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(
                        new RightsRequest.Announced(REQUEST, UUID.randomUUID()), Set.of("begin")),
                Arguments.of(
                        new RightsRequest.Open(REQUEST), Set.of("complete", "complete with gaps")),
                Arguments.of(new RightsRequest.Complete(REQUEST, NOON), Set.of("expire")),
                Arguments.of(
                        new RightsRequest.CompleteWithGaps(REQUEST, MISSING, NOON),
                        Set.of("expire")),
                Arguments.of(new RightsRequest.Expired(REQUEST, NOON), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(RightsRequest from, Set<String> allowed) {
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
    void namesWhoHasNotAnswered() {
        var open = new RightsRequest.Open(REQUEST);

        var gaps = open.completeWithout(MISSING, NOON);

        assertThat(gaps.missing()).containsExactly("identity-service");
    }

    @Test
    void countsItsTimeFromWhenThePersonWasTold() {
        var later = NOON.plusSeconds(3600);

        var open = new RightsRequest.Announced(REQUEST, UUID.randomUUID()).begin(2, later);

        assertThat(open.request().collectUntil()).isEqualTo(later);
        assertThat(open.request().parts()).isEqualTo(2);
        assertThat(open.request().requestedAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource(RightsRequest.Type.class)
    void aRestrictionAndNothingElseHasAGround(RightsRequest.Type type) {
        var ground =
                type == RightsRequest.Type.RESTRICTION
                        ? null
                        : RightsRequest.Ground.NEEDED_FOR_CLAIMS;

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new RightsRequest.Request(
                                        UUID.randomUUID(),
                                        type,
                                        ground,
                                        REQUEST.person(),
                                        1,
                                        NOON,
                                        NOON,
                                        NOON));
    }

    @Test
    void hasNoGapsWithoutANameForThem() {
        var open = new RightsRequest.Open(REQUEST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.completeWithout(List.of(), NOON));
    }
}
