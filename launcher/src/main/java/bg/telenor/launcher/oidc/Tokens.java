package bg.telenor.launcher.oidc;

import bg.telenor.kit.local.LocalKeys;
import bg.telenor.kit.local.SuiteClient;
import bg.telenor.launcher.process.Place;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Access tokens from Keycloak: for a client by its key, for a user by this machine's password at
 * the client that the user works with.
 */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, SuiteClient> USERS =
            Map.of(
                    "clerk", SuiteClient.SHOP,
                    "officer", SuiteClient.SHOP,
                    "porting-desk", SuiteClient.SHOP,
                    "customer", SuiteClient.MY_DATA_PAGE);

    private final Place place;
    private final Secrets secrets;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public Tokens(Place place) {
        this.place = place;
        this.secrets = new Secrets(place.state());
    }

    /** Whom {@link #of} knows: users and clients. */
    public static List<String> roles() {
        var clients =
                Stream.of(SuiteClient.values())
                        .filter(SuiteClient::hasKey)
                        .map(SuiteClient::clientId);
        return Stream.concat(USERS.keySet().stream(), clients).sorted().toList();
    }

    /**
     * A new token.
     *
     * @throws IllegalArgumentException when nobody has this role
     */
    public String of(String role) {
        if (!roles().contains(role)) {
            throw new IllegalArgumentException(
                    "there is no " + role + "; there are " + String.join(", ", roles()));
        }
        var form = new TreeMap<String, String>();
        var client = USERS.containsKey(role) ? USERS.get(role) : SuiteClient.of(role);
        form.put("client_id", client.clientId());
        if (client.hasKey()) {
            form.put(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put("client_assertion", assertion(client));
        }
        if (USERS.containsKey(role)) {
            form.put("grant_type", "password");
            form.put("username", role);
            form.put("password", secrets.user(role));
        } else {
            form.put("grant_type", "client_credentials");
        }
        return ask(role, form);
    }

    private String ask(String role, Map<String, String> form) {
        var body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(
                                URI.create(place.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "no token for " + role + ": " + answer.path("error_description").asText());
            }
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("no token for " + role + ": is the suite up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }

    private String assertion(SuiteClient client) {
        var key = LocalKeys.privateKey(place.keys(), "clients/" + client.clientId());
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(client.clientId())
                        .subject(client.clientId())
                        .audience(place.issuer())
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
            throw new IllegalStateException("assertion cannot be signed", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
