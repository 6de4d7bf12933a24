package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.oidc.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published operation with every wrong caller, from the documents and docs/security.md. */
@Order(2)
class WrongCallersTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** One operation, and who may call it. */
    record Operation(
            SuiteService service,
            String method,
            String path,
            String contentType,
            Set<String> callers) {

        Http.Answer call(Http as) {
            var concrete =
                    path.replace("{method}", "echo")
                            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            return method.equals("GET")
                    ? as.get(concrete)
                    : as.send(method, concrete, contentType, null, "{}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static SecurityTable table;

    @BeforeAll
    static void read() throws IOException {
        table = SecurityTable.read(Path.of("../docs/security.md"));
    }

    static Stream<Operation> operations() throws IOException {
        var security = SecurityTable.read(Path.of("../docs/security.md"));
        var operations = new ArrayList<Operation>();
        for (var service : SuiteService.values()) {
            var document =
                    new YAMLMapper()
                            .readTree(
                                    Path.of("../docs/api/" + service.serviceName() + ".yaml")
                                            .toFile());
            for (var path : document.path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    if (METHODS.contains(method.getKey())) {
                        var name = method.getKey().toUpperCase(Locale.ROOT);
                        operations.add(
                                new Operation(
                                        service,
                                        name,
                                        path.getKey(),
                                        contentType(method.getValue()),
                                        security.callersOf(service, name, path.getKey())));
                    }
                }
            }
        }
        return operations.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedToEverybodyElse(Operation operation) {
        var suite = RunningSuite.get();

        var stranger = operation.call(suite.stranger(operation.service()));
        var forger =
                operation.call(
                        new Http(
                                suite.place.ports().http(operation.service()),
                                "eyJhbGciOiJub25lIn0.e30."));

        refused(stranger, 401, operation + " without a token");
        refused(forger, 401, operation + " with a forged token");
        for (var role : Tokens.roles()) {
            if (table.mayNot(role, operation.callers())) {
                var answer = operation.call(suite.as(role, operation.service()));
                assertThat(answer.status()).as("%s as %s", operation, role).isIn(401, 403);
                assertThat(answer.body().path("code").asText())
                        .isIn("UNAUTHENTICATED", "FORBIDDEN", "PERMISSION_DENIED");
            }
        }
    }

    private static void refused(Http.Answer answer, int status, String what) {
        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).as(what).isEqualTo("UNAUTHENTICATED");
    }

    /** What the operation takes, or anything where it takes nothing. */
    private static String contentType(JsonNode operation) {
        return operation.path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/json");
    }
}
