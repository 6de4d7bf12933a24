package bg.telenor.pay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreLinkTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant IN_TIME = NOON.plus(Duration.ofMinutes(1));
    private static final Instant EXPIRES = NOON.plus(Duration.ofMinutes(10));

    private static final StoreLink.Offer OFFER =
            new StoreLink.Offer(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    Store.GOOGLE_PLAY,
                    new SubjectRef("msisdn:1:" + "A".repeat(43)),
                    UUID.randomUUID(),
                    NOON,
                    EXPIRES);

    private static final StoreLink.Account ACCOUNT =
            new StoreLink.Account(new SubjectRef("store:1:" + "B".repeat(43)), "assoc-1");

    private static final Map<String, UnaryOperator<StoreLink>> MOVES =
            Map.of(
                    "link", link -> link.link(ACCOUNT, IN_TIME),
                    "close", link -> link.close(IN_TIME),
                    "expire", link -> link.expire(EXPIRES));

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(new StoreLink.Offered(OFFER), Set.of("link", "close", "expire")),
                Arguments.of(new StoreLink.Linked(OFFER, ACCOUNT, IN_TIME), Set.of("close")),
                Arguments.of(new StoreLink.Closed(OFFER, Optional.of(ACCOUNT), IN_TIME), Set.of()),
                Arguments.of(new StoreLink.Expired(OFFER), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(StoreLink from, Set<String> allowed) {
        MOVES.forEach(
                (name, move) -> {
                    if (allowed.contains(name)) {
                        assertThat(move.apply(from).offer()).isEqualTo(OFFER);
                    } else {
                        assertThatExceptionOfType(IllegalMove.class)
                                .isThrownBy(() -> move.apply(from))
                                .withMessageContaining(name);
                    }
                });
    }

    @Test
    void refusesAStoreThatComesTooLate() {
        var offered = new StoreLink.Offered(OFFER);

        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> offered.link(ACCOUNT, EXPIRES));
    }

    @Test
    void doesNotExpireBeforeItsTime() {
        var offered = new StoreLink.Offered(OFFER);

        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> offered.expire(EXPIRES.minusMillis(1)));
    }

    @Test
    void remembersTheAccountOfAClosedLink() {
        var linked = new StoreLink.Linked(OFFER, ACCOUNT, IN_TIME);

        var closed = linked.close(EXPIRES);

        assertThat(closed.account()).contains(ACCOUNT);
    }
}
