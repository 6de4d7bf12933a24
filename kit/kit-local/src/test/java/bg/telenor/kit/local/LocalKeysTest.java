package bg.telenor.kit.local;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.subject.SubjectRef.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {

    @TempDir Path root;

    @Test
    void keysThatAreThereStay() throws IOException {
        LocalKeys.write(root);
        var first = subjects(root);

        LocalKeys.write(root);

        assertThat(subjects(root)).isEqualTo(first);
    }

    @Test
    void aKindThatCameLaterGetsItsKeyBesideThoseThatAreThere() throws IOException {
        LocalKeys.write(root);
        var old = (ObjectNode) subjects(root);
        ((ObjectNode) old.get("keys")).remove(Kind.EMPLOYEE.name());
        Files.writeString(root.resolve("subject-refs.json"), old.toString());

        LocalKeys.write(root);

        var keys = subjects(root.resolve("identity-service")).get("keys");
        assertThat(keys.get("EGN")).isEqualTo(old.get("keys").get("EGN"));
        for (var kind : Kind.values()) {
            assertThat(keys.path(kind.name()).asText()).hasSize(44);
        }
    }

    private static JsonNode subjects(Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("subject-refs.json").toFile());
    }
}
