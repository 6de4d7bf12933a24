package bg.telenor.kit.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.Message;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class SignedExchangeTest {

    private static final String PATH = "/partner/v1/probes";
    private static final String BODY = "{\"question\":\"how\"}";

    @Test
    void aSignedMessageIsAnsweredAndTheAnswerIsSigned() throws Exception {
        var answer = post("a1", sign("A1", "TELENOR", PATH, BODY, Instant.now(), "a1"), BODY);

        answer.then().statusCode(200).body("operator", equalTo("A1"));
        var ours = new JWKSet(key("telenor-public", "identity-service"));
        assertThatCode(
                        () ->
                                MessageSignature.verify(
                                        answer.header(MessageSignature.HEADER),
                                        new Message(
                                                "TELENOR",
                                                "A1",
                                                "POST",
                                                PATH,
                                                answer.asByteArray()),
                                        ours,
                                        Instant.now(),
                                        Duration.ofMinutes(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void aRefusalIsSignedToo() throws Exception {
        var body = "{\"unknown\":1}";

        var answer = post("a1", sign("A1", "TELENOR", PATH, body, Instant.now(), "a1"), body);

        answer.then().statusCode(400);
        assertThat(answer.header(MessageSignature.HEADER)).isNotNull();
    }

    @Test
    void anUnsignedMessageIsRefused() {
        var answer =
                given().auth()
                        .oauth2(Suite.token("a1").audience("identity-service").text())
                        .contentType(ContentType.JSON)
                        .body(BODY)
                        .post(PATH);

        refused(answer);
    }

    @Test
    void aChangedBodyIsRefused() throws Exception {
        refused(
                post(
                        "a1",
                        sign("A1", "TELENOR", PATH, BODY, Instant.now(), "a1"),
                        "{\"question\":\"who\"}"));
    }

    @Test
    void anotherOperatorsSignatureIsRefused() throws Exception {
        refused(post("a1", sign("A1", "TELENOR", PATH, BODY, Instant.now(), "vivacom"), BODY));
        refused(post("a1", sign("VIVACOM", "TELENOR", PATH, BODY, Instant.now(), "vivacom"), BODY));
    }

    @Test
    void aMessageToAnotherReceiverIsRefused() throws Exception {
        refused(post("a1", sign("A1", "VIVACOM", PATH, BODY, Instant.now(), "a1"), BODY));
    }

    @Test
    void aMessageForAnotherPathIsRefused() throws Exception {
        refused(
                post(
                        "a1",
                        sign("A1", "TELENOR", "/partner/v1/other", BODY, Instant.now(), "a1"),
                        BODY));
    }

    @Test
    void anOldMessageIsRefused() throws Exception {
        var old = Instant.now().minus(Duration.ofMinutes(5));

        refused(post("a1", sign("A1", "TELENOR", PATH, BODY, old, "a1"), BODY));
    }

    @Test
    void aClientThatIsNoOperatorIsRefused() throws Exception {
        var answer = post("shop", sign("A1", "TELENOR", PATH, BODY, Instant.now(), "a1"), BODY);

        answer.then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("SIGNATURE_NOT_TRUSTED"));
    }

    private static String sign(
            String sender, String receiver, String path, String body, Instant at, String key)
            throws IOException, ParseException {
        var message =
                new Message(sender, receiver, "POST", path, body.getBytes(StandardCharsets.UTF_8));
        return MessageSignature.sign(message, key(key, "counterparts"), at);
    }

    private static ECKey key(String name, String owner) throws IOException, ParseException {
        var file = name.equals("telenor-public") ? "operator.jwk" : name + ".jwk";
        return ECKey.parse(Files.readString(Suite.keys(owner).resolve(file)));
    }

    private static Response post(String client, String signature, String body) {
        return given().auth()
                .oauth2(
                        Suite.token(client)
                                .scopes("partner-messages")
                                .audience("identity-service")
                                .text())
                .header(MessageSignature.HEADER, signature)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH);
    }
}
