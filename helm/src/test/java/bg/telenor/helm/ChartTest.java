package bg.telenor.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart as Helm renders it, object by object. */
class ChartTest {

    private static final Path CHART = Path.of("chart", "telenor-suite");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "debt-check-service",
                    "identity-service",
                    "pay-with-telenor-service",
                    "portability-service");

    static Stream<String> services() {
        return SERVICES.stream();
    }

    @Test
    void passesHelmsOwnChecks() {
        var result = new Helm(CHART).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void rendersNothingButWhatIsListedHere() {
        var kinds = new TreeSet<String>();
        render().forEach(object -> kinds.add(name(object) + " " + kind(object)));

        assertThat(kinds)
                .containsExactlyElementsOf(
                        new TreeSet<>(
                                SERVICES.stream()
                                        .flatMap(
                                                service ->
                                                        Stream.of(
                                                                        "ConfigMap",
                                                                        "Deployment",
                                                                        "PodDisruptionBudget",
                                                                        "Service",
                                                                        "ServiceAccount")
                                                                .map(kind -> service + " " + kind))
                                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void isRestricted(String service) {
        var pod = pod(service);
        var container = pod.path("containers").path(0);

        assertThat(pod.path("containers")).hasSize(1);
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                .isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        var security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void isProbedAndLimited(String service) {
        var container = pod(service).path("containers").path(0);

        assertThat(container.at("/startupProbe/httpGet/path").asText())
                .isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText())
                .isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText())
                .isEqualTo("/q/health/ready");
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void isSelectedByItsServiceAndItsBudget(String service) {
        var labels = object(service, "Deployment").at("/spec/template/metadata/labels");
        var byService = object(service, "Service").at("/spec/selector");
        var byBudget = object(service, "PodDisruptionBudget").at("/spec/selector/matchLabels");

        assertThat(byService).isNotEmpty().isEqualTo(byBudget);
        byService
                .properties()
                .forEach(
                        label ->
                                assertThat(labels.get(label.getKey())).isEqualTo(label.getValue()));
        assertThat(object(service, "Service").at("/spec/ports/0/targetPort").asText())
                .isEqualTo(pod(service).at("/containers/0/ports/0/name").asText());
    }

    @ParameterizedTest
    @MethodSource("services")
    void takesSecretsFromSecretsAlone(String service) {
        var container = pod(service).path("containers").path(0);

        container
                .path("env")
                .forEach(
                        variable -> {
                            assertThat(variable.has("value")).isFalse();
                            assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                                    .isEqualTo(service + "-passwords");
                        });
        object(service, "ConfigMap")
                .path("data")
                .fieldNames()
                .forEachRemaining(name -> assertThat(name).doesNotContain("PASSWORD"));
    }

    @Test
    void keepsDataAndKeysInDatabasesOfDifferentClusters() {
        var settings = object("debt-check-service", "ConfigMap").path("data");

        assertThat(settings.path("SUITE_DB_URL").asText())
                .startsWith("jdbc:postgresql://postgres-data:5432/debt_check?");
        assertThat(settings.path("SUITE_KEYS_DB_URL").asText())
                .startsWith("jdbc:postgresql://postgres-keys:5432/debt_check_keys?");
    }

    @Test
    void letsAServiceDifferFromTheDefaults() {
        var rendered =
                render(
                        "services.pay-with-telenor-service.replicas=1",
                        "services.pay-with-telenor-service.env.QUARKUS_LOG_LEVEL=DEBUG");

        var deployment = object(rendered, "pay-with-telenor-service", "Deployment");
        var settings = object(rendered, "pay-with-telenor-service", "ConfigMap").path("data");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(settings.path("QUARKUS_LOG_LEVEL").asText()).isEqualTo("DEBUG");
        assertThat(rendered)
                .noneMatch(
                        object ->
                                kind(object).equals("PodDisruptionBudget")
                                        && name(object).equals("pay-with-telenor-service"));
        assertThat(object(rendered, "consent-service", "Deployment").at("/spec/replicas").asInt())
                .isEqualTo(2);
    }

    @Test
    void opensThePortForTheRegistersAnswersOnlyWhereItIsWanted() {
        var rendered =
                render(
                        "regixCallback.enabled=true",
                        "regixCallback.port=9555",
                        "regixCallback.url=https://identity.example.com/regix/callback",
                        "regixCallback.clients[0]=CN=regix.example.com");

        var settings = object(rendered, "identity-service", "ConfigMap").path("data");
        assertThat(settings.path("SUITE_REGIX_CALLBACK_PORT").asText()).isEqualTo("9555");
        assertThat(settings.path("SUITE_REGIX_CALLBACK_URL").asText())
                .isEqualTo("https://identity.example.com/regix/callback");
        assertThat(settings.path("SUITE_REGIX_CALLBACK_CLIENTS_0_").asText())
                .isEqualTo("CN=regix.example.com");
        assertThat(
                        object(rendered, "identity-service", "Deployment")
                                .at("/spec/template/spec/containers/0/ports/1/containerPort")
                                .asInt())
                .isEqualTo(9555);
        assertThat(
                        object(rendered, "identity-service-callback", "Service")
                                .at("/spec/ports/0/targetPort")
                                .asText())
                .isEqualTo("callback");
        assertThat(object(rendered, "consent-service", "ConfigMap").path("data").properties())
                .noneMatch(setting -> setting.getKey().contains("CALLBACK"));
        assertThat(render())
                .noneMatch(object -> name(object).endsWith("-callback"))
                .noneMatch(object -> object.toString().contains("SUITE_REGIX_CALLBACK"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    services.identity-service.replicas=-1
                    services.identity-service.replicas=many
                    services.identity-service.database=
                    services.identity-service.port=8080
                    services.another-service.database=another
                    services.identity-service.env.A_PASSWORD=x
                    services.identity-service.env.lower=x
                    defaults.resources.limits.memory=lots
                    profile=dev
                    image.tag=latest
                    image.pullPolicy=Sometimes
                    oidc.url=http://id.example.com
                    counterparts.regix=regix
                    regixCallback.enabled=true
                    regixCallback.port=8080
                    regixCallback.host=x
                    kafka.bootstrapServers=kafka
                    databases.keys.port=70000
                    probes.liveness.periodSeconds=0
                    whatever=1
                    """)
    void refusesWrongValues(String value) {
        assertThatThrownBy(() -> render(value)).hasMessageContaining("schema");
    }

    private static JsonNode pod(String service) {
        return object(service, "Deployment").at("/spec/template/spec");
    }

    private static JsonNode object(String name, String kind) {
        return object(render(), name, kind);
    }

    private static JsonNode object(List<JsonNode> objects, String name, String kind) {
        return objects.stream()
                .filter(object -> kind(object).equals(kind) && name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static List<JsonNode> render(String... values) {
        var template = new Helm(CHART).template().withName("suite").withKubeVersion("1.33.0");
        for (var value : values) {
            var at = value.indexOf('=');
            template.set(value.substring(0, at), value.substring(at + 1));
        }
        try (MappingIterator<JsonNode> objects =
                YAML.readerFor(JsonNode.class).readValues(template.call())) {
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(objects, Spliterator.ORDERED),
                            false)
                    .filter(JsonNode::isObject)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }
}
