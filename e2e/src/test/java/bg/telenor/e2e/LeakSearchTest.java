package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.e2e.Visit.Post;
import bg.telenor.kit.local.SuiteService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After all else: nothing that the suite wrote anywhere holds a person. */
@Order(Integer.MAX_VALUE)
class LeakSearchTest {

    /** Whose content is routing data by its nature; the register of exemptions is this line. */
    private static final List<String> ROUTING_DATA = List.of("kafka/data/numbers-");

    /** Not the suite's: the provider's own data has its users' attributes. */
    private static final List<String> NOT_OURS = List.of("keycloak/");

    private static final SyntheticPersons.Person SOMEBODY = SyntheticPersons.nth(42);

    @TempDir Path folder;

    @Test
    void nothingOfAVisitIsInTheClear() {
        var suite = RunningSuite.get();
        var visit = Visit.begins();
        var paths = new EnumMap<Post, String>(Post.class);
        for (var post : Post.values()) {
            paths.put(post, visit.post(post));
        }
        paths.forEach(visit::awaitEnd);
        badRequestsAbout(visit);

        var found = new LeakSearch().forPerson(visit.person).in(suite.place.state());

        assertThat(found.stream().filter(LeakSearchTest::counts)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "utf16", "base64", "escaped", "hex"})
    void aPlantedLeakIsFound(String writing) throws IOException {
        var name = SOMEBODY.family().cyrillic();
        var content =
                switch (writing) {
                    case "plain" -> ("x" + name).getBytes(StandardCharsets.UTF_8);
                    case "utf16" -> name.getBytes(StandardCharsets.UTF_16LE);
                    case "base64" ->
                            Base64.getEncoder()
                                    .encode(
                                            ("{\"n\":\"" + name + "\"}")
                                                    .getBytes(StandardCharsets.UTF_8));
                    case "escaped" -> escape(name).getBytes(StandardCharsets.US_ASCII);
                    default ->
                            java.util.HexFormat.of()
                                    .formatHex(name.getBytes(StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.US_ASCII);
                };
        Files.write(folder.resolve("some.log"), content);

        var found = new LeakSearch().forPerson(SOMEBODY).in(folder);

        assertThat(found).isNotEmpty();
    }

    @Test
    void aLeakAcrossTheBordersOfWhatIsReadAtOnceIsFound() throws IOException {
        var padding = "x".repeat((1 << 22) - 4);
        Files.writeString(folder.resolve("big.log"), padding + SOMEBODY.number().value());

        var found = new LeakSearch().forPerson(SOMEBODY).in(folder);

        assertThat(found).hasSize(1);
    }

    @Test
    void anEmptyFolderHasNone() {
        assertThat(new LeakSearch().forPerson(SOMEBODY).in(folder)).isEmpty();
    }

    /** Errors are where values leak: the same person in requests that are refused. */
    private static void badRequestsAbout(Visit visit) {
        var identity = RunningSuite.get().as("clerk", SuiteService.IDENTITY);
        var number = visit.person.number().value();
        identity.send(
                "POST",
                "/v1/references",
                "application/json",
                "bad-" + UUID.randomUUID(),
                "{\"" + number);
        identity.post("/v1/references", "bad-" + UUID.randomUUID(), Map.of("identifier", number));
        identity.post("/v1/references", "key-" + number, Map.of());
        identity.get("/v1/references/" + number);
    }

    private static boolean counts(String find) {
        return ROUTING_DATA.stream().noneMatch(find::startsWith)
                && NOT_OURS.stream().noneMatch(find::startsWith);
    }

    private static String escape(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
