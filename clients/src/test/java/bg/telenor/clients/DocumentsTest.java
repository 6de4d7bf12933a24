package bg.telenor.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the published documents must say, so that a client can be generated that says it all. */
class DocumentsTest {

    /** An error in CAMARA's own form, which its paths answer in. */
    private static final String CAMARA_ERROR = "ErrorInfo";

    private static final Path DOCUMENTS = Path.of("../docs/api");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** A published operation. */
    record Operation(String name, JsonNode published) {

        Stream<Map.Entry<String, JsonNode>> answers(char hundred) {
            return published.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().charAt(0) == hundred);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operations() throws IOException {
        try (var files = Files.list(DOCUMENTS)) {
            return files.sorted().toList().stream().flatMap(DocumentsTest::operationsOf);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatItAnswers(Operation operation) {
        assertThat(operation.answers('2'))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(contentOf(answer)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysHowItRefuses(Operation operation) {
        assertThat(operation.answers('4')).extracting(Map.Entry::getKey).contains("401", "403");
        assertThat(operation.answers('4'))
                .allSatisfy(
                        answer ->
                                assertThat(contentOf(answer))
                                        .containsAnyOf(
                                                "application/problem+json",
                                                "application/jose",
                                                CAMARA_ERROR));
    }

    /** The media types of an answer; one without a schema does not count. */
    private static Set<String> contentOf(Map.Entry<String, JsonNode> answer) {
        return answer.getValue().path("content").properties().stream()
                .filter(content -> !content.getValue().path("schema").isMissingNode())
                .map(DocumentsTest::typeOf)
                .collect(Collectors.toSet());
    }

    private static String typeOf(Map.Entry<String, JsonNode> content) {
        var schema = content.getValue().path("schema").path("$ref").asText();
        return schema.endsWith("/ErrorInfo") ? CAMARA_ERROR : content.getKey();
    }

    private static Stream<Operation> operationsOf(Path document) {
        return read(document).path("paths").properties().stream()
                .flatMap(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(method -> METHODS.contains(method.getKey()))
                                        .map(
                                                method ->
                                                        new Operation(
                                                                method.getKey()
                                                                        + " "
                                                                        + path.getKey(),
                                                                method.getValue())));
    }

    private static JsonNode read(Path document) {
        try {
            return new YAMLMapper().readTree(document.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
