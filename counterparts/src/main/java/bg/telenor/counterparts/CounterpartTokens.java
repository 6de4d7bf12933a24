package bg.telenor.counterparts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Access tokens of a client that proves itself by a signed assertion ({@code private_key_jwt}, RFC
 * 7523); each is used until shortly before it ends.
 */
public final class CounterpartTokens implements Supplier<String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final URI endpoint;
    private final String issuer;
    private final String client;
    private final ECKey key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private String token;
    private Instant useUntil = Instant.MIN;

    /**
     * @param issuer the realm's address, without a slash at its end
     */
    public CounterpartTokens(String issuer, String client, ECKey key) {
        this.issuer = issuer;
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.client = client;
        this.key = key;
    }

    @Override
    public synchronized String get() {
        var now = Instant.now();
        if (now.isAfter(useUntil)) {
            fetch(now);
        }
        return token;
    }

    private void fetch(Instant now) {
        try {
            var form =
                    form(
                            Map.of(
                                    "grant_type",
                                    "client_credentials",
                                    "client_id",
                                    client,
                                    "client_assertion_type",
                                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                    "client_assertion",
                                    assertion(now)));
            var request =
                    HttpRequest.newBuilder(endpoint)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(Duration.ofSeconds(10))
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "no token for " + client + ": status " + response.statusCode());
            }
            var answer = JSON.readTree(response.body());
            token = answer.path("access_token").asText();
            useUntil = now.plusSeconds(answer.path("expires_in").asLong()).minus(MARGIN);
        } catch (IOException e) {
            throw new UncheckedIOException("no token for " + client, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }

    private String assertion(Instant now) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(issuer)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("key of " + client + " cannot sign", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
