package bg.telenor.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.problem.CommonError;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @Test
    void readsAsProblemDetailsAndAsCamara() {
        var problem = Problem.of(CommonError.NOT_FOUND, null);

        var json = new JsonMapper().valueToTree(problem);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("type", "title", "status", "code", "message");
        assertThat(json.get("type").asText()).isEqualTo("urn:telenor:problem:NOT_FOUND");
        assertThat(json.get("status").asInt()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(CommonError.class)
    void everyErrorHasAStatusAndAMeaning(CommonError error) {
        assertThat(error.status()).isBetween(400, 599);
        assertThat(error.message()).isNotBlank();
    }

    @Test
    void everyErrorMeansSomethingElse() {
        var meanings = new HashSet<String>();

        for (var error : CommonError.values()) {
            assertThat(meanings.add(error.message())).as(error.name()).isTrue();
        }
    }
}
