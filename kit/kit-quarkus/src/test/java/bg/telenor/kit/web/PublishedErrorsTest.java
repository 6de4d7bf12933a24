package bg.telenor.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class PublishedErrorsTest {

    @Test
    void aProblemIsPublishedAsItIsSent() {
        Map<String, ?> properties = document().getMap("components.schemas.Problem.properties");

        assertThat(properties)
                .containsOnlyKeys(
                        Stream.of(Problem.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toArray(String[]::new));
    }

    @Test
    void everyRefusalIsAProblem() {
        Map<String, Map<String, Object>> answers = document().getMap(post("responses"));

        assertThat(answers)
                .containsOnlyKeys("200", "400", "401", "403", "409", "413", "415", "422");
        answers.remove("200");
        assertThat(answers.values())
                .allSatisfy(
                        answer ->
                                assertThat(answer.get("content"))
                                        .hasToString(
                                                "{application/problem+json="
                                                        + "{schema={$ref=#/components/schemas/Problem}}}"));
    }

    @Test
    void commonCodesStandBeforeThoseOfTheResource() {
        var description = document().getString(post("responses.'409'.description"));

        assertThat(description).isEqualTo("REQUEST_RUNNING, PROBE_TAKEN");
    }

    @Test
    void aResourceThatIsSilentIsToldOfByItsCodes() {
        var description =
                document().getString("paths.'/v1/probes/broken'.get.responses.'403'.description");

        assertThat(description).isEqualTo("FORBIDDEN");
    }

    @Test
    void theIdempotencyKeyIsRequired() {
        assertThat(document().getString(post("parameters[0].name"))).isEqualTo("Idempotency-Key");
        assertThat(document().getBoolean(post("parameters[0].required"))).isTrue();
    }

    private static String post(String what) {
        return "paths.'/v1/probes'.post." + what;
    }

    private static JsonPath document() {
        return given().queryParam("format", "json").get("/q/openapi").jsonPath();
    }
}
