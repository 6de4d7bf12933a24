package bg.telenor.events;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.event.SignedEvent;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyEventSaysTheTopicThatItIsDeclaredOn(Topic topic) {
        assertThat(EventTypes.records(topic))
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(Samples.of(type).topic()).isEqualTo(topic.topicName()));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicHasAFiniteLife(Topic topic) {
        assertThat(topic.life()).isBetween(Duration.ofDays(1), Duration.ofDays(90));
        assertThat(topic.settings())
                .containsAnyOf(
                        Map.entry("retention.ms", Long.toString(topic.life().toMillis())),
                        Map.entry("cleanup.policy", "compact"));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicIsFoundByItsName(Topic topic) {
        assertThat(Topic.of(topic.topicName())).contains(topic);
        assertThat(Topic.of(topic.deadLetterName())).isEmpty();
    }

    @Test
    void eventTypesHaveNamesOfTheirOwn() {
        var names = EventTypes.all().map(Class::getSimpleName).toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void aTopicWithSignedEventsHasOneWriterWhoseKeyReadersPin() {
        var signed =
                EventTypes.all()
                        .filter(SignedEvent.class::isAssignableFrom)
                        .map(type -> Topic.of(Samples.of(type).topic()).orElseThrow())
                        .collect(Collectors.toSet());

        assertThat(signed)
                .containsExactlyInAnyOrder(Topic.IDENTITY, Topic.CONSENT, Topic.RIGHTS)
                .allSatisfy(topic -> assertThat(topic.writers()).hasSize(1));
    }
}
