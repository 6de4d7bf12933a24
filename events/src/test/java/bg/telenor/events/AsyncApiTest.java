package bg.telenor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} says what the code does; {@code -Dupdate=true} writes it anew. */
class AsyncApiTest {

    private static final Path FILE = Path.of("../docs/asyncapi.yaml");

    private final YAMLMapper yaml =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build();

    private final ObjectNode document =
            new AsyncApiDocument(
                            new SourceComments(
                                    Path.of("src/main/java"),
                                    Path.of("../kit/kit-core/src/main/java")))
                    .write();

    @Test
    void theCommittedDocumentIsTheOneThatTheCodeMakes() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.writeString(FILE, yaml.writeValueAsString(document));
        }

        var committed = yaml.readTree(Files.readString(FILE));

        assertThat(committed).isEqualTo(yaml.readTree(yaml.writeValueAsString(document)));
    }

    @Test
    void everyReferenceInTheDocumentLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        ref ->
                                assertThat(document.at(ref.substring(1)).isMissingNode())
                                        .as(ref)
                                        .isFalse());
    }

    @Test
    void everyEventIsDescribedInWords() {
        var messages = document.at("/components/messages");

        assertThat(messages)
                .hasSize((int) EventTypes.all().count())
                .allSatisfy(message -> assertThat(summary(message)).isNotEmpty());
    }

    private static String summary(JsonNode message) {
        return message.path("summary").asText();
    }
}
