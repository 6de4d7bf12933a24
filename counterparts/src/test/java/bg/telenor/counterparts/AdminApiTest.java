package bg.telenor.counterparts;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.regix.RegixCounterpart;
import bg.telenor.kit.local.FreePorts;
import bg.telenor.kit.local.LocalTls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminApiTest {

    @TempDir static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private CounterpartServer regix;
    private AdminApi admin;
    private int port;

    @BeforeEach
    void start() throws IOException {
        LocalTls.write(folder, Instant.now());
        var tls = new TlsFolder(folder);
        regix = CounterpartServer.start(new RegixCounterpart(tls), 0, tls);
        port = FreePorts.next();
        admin = new AdminApi(port, List.of(regix));
    }

    @AfterEach
    void stop() {
        admin.close();
        regix.close();
    }

    @Test
    void listsWhoIsThere() throws Exception {
        var answer = send("GET", "/admin", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"regix\"", "\"fault\":\"NONE\"");
    }

    @Test
    void tellsTheRegisterHowToAnswerLater() throws Exception {
        var told = send("PUT", "/admin/regix/calls", "{\"all\":true,\"callbacks\":\"TWICE\"}");

        assertThat(told.statusCode()).isEqualTo(204);
        assertThat(send("GET", "/admin/regix/calls", "").body()).isEqualTo("[]");
        assertThat(send("POST", "/admin/regix/calls/answers", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/admin/regix/calls", "").statusCode()).isEqualTo(204);
        assertThat(send("PUT", "/admin/regix/calls", "{\"callbacks\":\"OFTEN\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void setsAFault() throws Exception {
        var answer =
                send("PUT", "/admin/regix/fault", "{\"mode\":\"SLOW\",\"millis\":20,\"times\":2}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(regix.fault()).isEqualTo(new Fault(Fault.Mode.SLOW, Duration.ofMillis(20), 2));
    }

    @Test
    void handsOnWhatIsTheCounterparts() throws Exception {
        var person = "/admin/regix/persons/7";
        var signature = "/admin/regix/signature";

        assertThat(send("PUT", person, "{\"standing\":\"DECEASED\"}").statusCode()).isEqualTo(204);
        assertThat(send("PUT", signature, "{\"mode\":\"SHA1\"}").statusCode()).isEqualTo(204);
    }

    @Test
    void tellsTheRegisterWhomItKnowsAndWhatIsGranted() throws Exception {
        var passport = "{\"standing\":\"TRAVEL_DOCUMENT_NOT_VALID\"}";
        var none = "{\"granted\":false}";
        var some = "{\"withheld\":[\"BirthDate\"]}";
        var access = "/admin/regix/access/identity-service/";

        assertThat(send("PUT", "/admin/regix/persons/7", "{\"code\":\"0001\"}").statusCode())
                .isEqualTo(204);
        assertThat(send("PUT", "/admin/regix/foreigners/7", passport).statusCode()).isEqualTo(204);
        assertThat(send("PUT", "/admin/regix/foreigners-with-egn/7", passport).statusCode())
                .isEqualTo(204);
        assertThat(send("PUT", access + "BDS_V3", none).statusCode()).isEqualTo(204);
        assertThat(send("PUT", access + "ERCH_V2", some).statusCode()).isEqualTo(204);
        assertThat(send("PUT", access + "BDS_V9", none).statusCode()).isEqualTo(400);
        assertThat(send("DELETE", "/admin/regix/access", "").statusCode()).isEqualTo(204);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(send("PUT", "/admin/nobody/fault", "{}").statusCode()).isEqualTo(404);
        assertThat(send("PUT", "/admin/regix/nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(send("PUT", "/admin/regix/fault", "{\"mode\":\"SULK\"}").statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
