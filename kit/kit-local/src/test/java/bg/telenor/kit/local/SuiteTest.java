package bg.telenor.kit.local;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.Topic;
import bg.telenor.events.holdings.HoldingEvent.HoldingClosed;
import bg.telenor.kit.value.Msisdn;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SuiteTest {

    @BeforeAll
    static void start() {
        Suite.start("identity", "identity-service");
    }

    @Test
    void kafkaHasEveryTopicWithItsSettingsAndItsDeadLetters()
            throws ExecutionException, InterruptedException {
        try (var admin =
                Admin.create(
                        Map.<String, Object>of("bootstrap.servers", Suite.bootstrapServers()))) {
            var expected =
                    Stream.of(Topic.values())
                            .flatMap(t -> Stream.of(t.topicName(), t.deadLetterName()))
                            .collect(Collectors.toSet());

            var topics = admin.describeTopics(expected).allTopicNames().get();

            assertThat(topics.keySet()).isEqualTo(expected);
            assertThat(topics.values()).allMatch(t -> t.partitions().size() == Topic.PARTITIONS);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "consent");
            var settings = admin.describeConfigs(Set.of(resource)).all().get().get(resource);
            assertThat(Topic.CONSENT.settings())
                    .allSatisfy(
                            (name, value) ->
                                    assertThat(settings.get(name).value()).isEqualTo(value));
        }
    }

    @Test
    void anEventThatWasSentIsFoundByItsAggregate() {
        var number = Suite.subjectRefs().of(new Msisdn("+359888001234"));
        var holding = UUID.randomUUID();
        var closed = new HoldingClosed(number, holding, Instant.parse("2026-03-02T12:00:00Z"));

        Suite.send(SuiteService.CONSENT, closed);

        assertThat(Suite.await(Topic.HOLDINGS, holding, "HoldingClosed").key())
                .isEqualTo(number.value());
        assertThat(Suite.events(Topic.HOLDINGS, holding))
                .extracting(TopicRecord::type)
                .containsExactly("HoldingClosed");
    }

    @Test
    void tokensAreOfThePublishedKeyAndSayWhatTheirClientMay() throws Exception {
        var discovery = get(Suite.issuer() + "/.well-known/openid-configuration");
        var keys =
                JWKSet.parse(get(new ObjectMapper().readTree(discovery).path("jwks_uri").asText()));

        var token = SignedJWT.parse(Suite.token("a1").text());

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo("debt-inquiries partner-messages");
        assertThat(token.getJWTClaimsSet().getAudience())
                .containsExactly("debt-check-service", "portability-service");
        var forged = SignedJWT.parse(Suite.forgedToken("a1").text());
        assertThat(forged.verify(new ECDSAVerifier(key))).isFalse();
    }

    @Test
    void everyServiceHasItsOwnKeysAndTheSameReferences() throws Exception {
        var identity = Suite.keys("identity-service");
        var pay = Suite.keys("pay-with-telenor-service");

        assertThat(Files.readString(identity.resolve("subject-refs.json")))
                .isEqualTo(Files.readString(pay.resolve("subject-refs.json")));
        assertThat(Files.readString(identity.resolve("vault-kek.json")))
                .isNotEqualTo(Files.readString(pay.resolve("vault-kek.json")));
        assertThat(JWKSet.load(identity.resolve("peers.jwks").toFile()).getKeys())
                .hasSize(5)
                .noneMatch(key -> key.isPrivate());
        assertThat(JWKSet.load(identity.resolve("operators.jwks").toFile()).getKeys())
                .extracting(key -> key.getKeyID())
                .containsExactly("A1", "VIVACOM");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(identity.resolve("signing.jwk"))))
                .isEqualTo("rw-------");
    }

    @Test
    void startingAgainKeepsKeysAndServers() throws Exception {
        var kafka = Suite.bootstrapServers();
        var key = Files.readString(Suite.keys("consent-service").resolve("vault-kek.json"));
        LocalKeys.write(Suite.keys("."));

        Suite.start("consent", "consent-service");

        assertThat(Suite.bootstrapServers()).isEqualTo(kafka);
        assertThat(Files.readString(Suite.keys("consent-service").resolve("vault-kek.json")))
                .isEqualTo(key);
        assertThat(Suite.databaseUrl("consent")).endsWith("/consent");
    }

    private static String get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
