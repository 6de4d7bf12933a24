package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.consent.domain.Notice.Template;
import bg.telenor.events.notices.NoticeEvent;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Notice.Facts FACTS =
            new Notice.Facts(
                    UUID.randomUUID(),
                    new SubjectRef("egn:1:" + "A".repeat(43)),
                    Template.INDIRECT_COLLECTION,
                    Language.BG,
                    NOON);

    private static final Map<String, UnaryOperator<Notice>> MOVES =
            Map.of(
                    "announce", notice -> notice.announce(NOON),
                    "address", notice -> notice.missAddress(NOON),
                    "deliver", notice -> notice.deliver(NOON));

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(new Notice.Owed(FACTS), Set.of("announce", "address")),
                Arguments.of(new Notice.NoAddress(FACTS, NOON), Set.of("announce", "address")),
                Arguments.of(new Notice.Announced(FACTS, NOON), Set.of("deliver")),
                Arguments.of(new Notice.Delivered(FACTS, NOON), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(Notice from, Set<String> allowed) {
        MOVES.forEach(
                (name, move) -> {
                    if (allowed.contains(name)) {
                        assertThat(move.apply(from).facts()).isEqualTo(FACTS);
                    } else {
                        assertThatExceptionOfType(IllegalMove.class)
                                .isThrownBy(() -> move.apply(from))
                                .withMessageContaining(name);
                    }
                });
    }

    @Test
    void speaksOfTemplatesAndLanguagesThatAreAlsoPublished() {
        var templates = Arrays.stream(NoticeEvent.Template.values()).map(Enum::name).toList();
        var languages = Arrays.stream(NoticeEvent.Language.values()).map(Enum::name).toList();

        assertThat(Template.values()).extracting(Enum::name).isSubsetOf(templates);
        assertThat(Language.values()).extracting(Enum::name).isSubsetOf(languages);
    }
}
