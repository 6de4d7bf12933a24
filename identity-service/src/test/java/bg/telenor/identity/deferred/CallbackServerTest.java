package bg.telenor.identity.deferred;

import static bg.telenor.identity.deferred.Bringing.ACTION;
import static bg.telenor.identity.deferred.Bringing.callback;
import static bg.telenor.identity.deferred.Bringing.request;
import static bg.telenor.identity.deferred.Bringing.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class CallbackServerTest {

    private static final HttpClient REGISTER = Register.TLS.client("regix");

    @Inject MeterRegistry metrics;

    @Test
    void saysNothingOfWhatItDoesNotTake() throws Exception {
        var answer = send(REGISTER, request().POST(BodyPublishers.ofString(callback("12345"))));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
        assertThat(answer.body())
                .contains("<faultcode>s:Server</faultcode><faultstring>not taken</faultstring>")
                .doesNotContain("12345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no xml
                    <a/>
                    <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>
                    """)
    void refusesWhatItCannotRead(String body) throws Exception {
        var answer = send(REGISTER, request().POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>s:Client</faultcode>");
    }

    @Test
    void letsInNobodyWithoutACertificate() throws Exception {
        var nobody = HttpClient.newBuilder().sslContext(withoutCertificate()).build();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> send(nobody, request().POST(BodyPublishers.ofString("x"))));
    }

    @Test
    void letsInNobodyElseOfTheSameAuthority() throws Exception {
        var counter = metrics.counter("regix.callbacks", "outcome", "HTTP_403");
        var before = counter.count();

        var answer =
                send(
                        Register.TLS.client("a1"),
                        request().POST(BodyPublishers.ofString(callback("1"))));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
        assertThat(counter.count()).isEqualTo(before + 1);
    }

    @Test
    void takesNothingButCallbacks() throws Exception {
        var body = BodyPublishers.ofString(callback("1"));
        var elsewhere =
                HttpRequest.newBuilder(IdentityTestResource.callback().resolve("/v1/references"));
        var untyped =
                HttpRequest.newBuilder(IdentityTestResource.callback())
                        .header("SOAPAction", ACTION);
        var another =
                untyped.copy().header("Content-Type", "text/xml").setHeader("SOAPAction", "x");

        assertThat(send(REGISTER, elsewhere.POST(body)).statusCode()).isEqualTo(404);
        assertThat(send(REGISTER, request().GET()).statusCode()).isEqualTo(405);
        assertThat(send(REGISTER, untyped.POST(body)).statusCode()).isEqualTo(415);
        assertThat(send(REGISTER, another.POST(body)).statusCode()).isEqualTo(400);
    }

    @Test
    void isNoPartOfTheApi() {
        given().auth()
                .oauth2(Suite.token("shop").employee("clerk").text())
                .contentType("text/xml")
                .header("SOAPAction", ACTION)
                .body(callback("1"))
                .post("/regix/callback")
                .then()
                .statusCode(404);
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'regix-callback' }.data.open", equalTo(true));
    }

    @Test
    void wantsToKnowWhoMayCall() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CallbackServer.clients(config(Map.of())))
                .withMessageContaining("suite.regix.callback.clients");
        assertThat(
                        CallbackServer.clients(
                                config(Map.of("suite.regix.callback.clients[0]", "CN=x,C=BG"))))
                .containsExactly(new X500Principal("CN=x,C=BG"));
    }

    @Test
    void isClosedUnlessAPortIsNamed() {
        assertThat(config(Map.of()).port()).isEmpty();
        assertThat(config(Map.of()).path()).isEqualTo("/regix/callback");
        assertThat(config(Map.of()).deadline()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void isNotCalledWithoutTls() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CallbackServer.refusePlain(URI.create("http://localhost/x")))
                .withMessageContaining("https");
    }

    private static CallbackConfig config(Map<String, String> said) {
        return new SmallRyeConfigBuilder()
                .withMapping(CallbackConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(CallbackConfig.class);
    }

    private static SSLContext withoutCertificate() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", Register.TLS.certificate("ca"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
