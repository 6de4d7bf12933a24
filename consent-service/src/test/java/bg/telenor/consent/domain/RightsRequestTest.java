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
import org.junit.jupiter.params.provider.MethodSource;

class RightsRequestTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> MISSING = List.of("identity-service");

    private static final RightsRequest.Request REQUEST =
            new RightsRequest.Request(
                    UUID.randomUUID(),
                    RightsRequest.Type.ACCESS,
                    new SubjectRef("egn:1:" + "A".repeat(43)),
                    1,
                    NOON,
                    NOON,
                    NOON);

    private static final Map<String, UnaryOperator<RightsRequest>> MOVES =
            Map.of(
                    "complete", request -> request.complete(NOON),
                    "complete with gaps", request -> request.completeWithout(MISSING, NOON),
                    "expire", request -> request.expire(NOON));

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
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
    void hasNoGapsWithoutANameForThem() {
        var open = new RightsRequest.Open(REQUEST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.completeWithout(List.of(), NOON));
    }
}
