package bg.telenor.events;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.PublishedEvent;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is on the topics stays readable: the form of every event is held by a golden file. A new
 * event or an added optional field is written there with {@code -Dupdate=true}; any other change of
 * a file is a change for every reader, and means a new event type.
 */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("update");

    private final EventCodec codec = new EventCodec();
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<Class<?>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEventIsWrittenAsItsGoldenFileSays(Class<?> type) throws IOException {
        var written = json.readTree(codec.encode(envelope(type)));
        if (UPDATE) {
            Files.writeString(file(type), json.writeValueAsString(written) + "\n");
        }

        var golden = json.readTree(Files.readString(file(type)));

        assertThat(written).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEventIsReadFromItsGoldenFile(Class<?> type) throws IOException {
        var event = Samples.of(type);

        var read =
                codec.decode(
                        Files.readString(file(type)),
                        EventTypes.of(Topic.of(event.topic()).orElseThrow()));

        assertThat(read)
                .hasValueSatisfying(envelope -> assertThat(envelope).isEqualTo(envelope(type)));
    }

    @Test
    void noGoldenFileIsLeftOfAnEventThatIsGone() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString()).toList();

            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> file(type).getFileName().toString()).toList());
        }
    }

    private static EventEnvelope<PublishedEvent> envelope(Class<?> type) {
        var event = Samples.of(type);
        var writer = Topic.of(event.topic()).orElseThrow().writers().stream().sorted().findFirst();
        return EventEnvelope.of(Samples.ID, writer.orElseThrow(), Samples.TIME, null, event);
    }

    private static Path file(Class<?> type) {
        return FOLDER.resolve(type.getSimpleName() + ".json");
    }
}
