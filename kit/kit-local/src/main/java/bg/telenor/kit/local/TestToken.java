package bg.telenor.kit.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An access token as the identity provider would issue it to a client: with all that the client may
 * ask for, unless a test says less, more or something wrong.
 */
public final class TestToken {

    /** Why a token is worth nothing. */
    public enum Fault {
        /** Signed by a stranger. */
        FORGED,
        EXPIRED,
        OTHER_AUDIENCE,
        OTHER_ISSUER
    }

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final JWK key;
    private final String client;
    private final JWTClaimsSet claims;

    private TestToken(JWK key, String client, JWTClaimsSet claims) {
        this.key = key;
        this.client = client;
        this.claims = claims;
    }

    static TestToken of(JWK key, String issuer, String client, Instant now) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(UUID.nameUUIDFromBytes(client.getBytes(UTF_8)).toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .claim("typ", "Bearer")
                        .claim("azp", client)
                        .claim("client_id", client)
                        .build();
        var token = new TestToken(key, client, claims);
        return Stream.of(SuiteClient.values())
                .filter(known -> known.clientId().equals(client))
                .findFirst()
                .map(known -> token.scopes(known.scopes()))
                .orElse(token);
    }

    /** These scopes and no others; the audience stays, so that a test sees the scope refused. */
    public TestToken scopes(String... scopes) {
        return with("scope", String.join(" ", scopes));
    }

    /** Of another client than it was made for. */
    TestToken client(String name) {
        return with("client_id", name).with("azp", name);
    }

    public TestToken audience(String... audience) {
        return with("aud", List.of(audience));
    }

    /** An employee at the counter or the desk of some shop, logged in at the client. */
    public TestToken employee(String name) {
        return with("client_id", null).with("preferred_username", name).shop("SOFIA-01");
    }

    /** Where the employee works; null where the token does not say. */
    public TestToken shop(String code) {
        return with("shop", code);
    }

    /** The employee's own family name. */
    public TestToken familyName(String name) {
        return with("family_name", name);
    }

    /** A person's own token. */
    public TestToken person(String type, String value) {
        return with("client_id", null).with("person", Map.of("type", type, "value", value));
    }

    public TestToken issuer(String issuer) {
        return with("iss", issuer);
    }

    public TestToken expiredAt(Instant at) {
        return with("exp", Date.from(at));
    }

    /** As it stands in header Authorization, after {@code Bearer}. */
    public String text() {
        try {
            var algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
            var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("token cannot be signed", e);
        }
    }

    /** For tests that hand it on as text. */
    @Override
    public String toString() {
        return text();
    }

    private TestToken scopes(List<SuiteScope> scopes) {
        var names = scopes.stream().map(SuiteScope::scopeName).collect(Collectors.joining(" "));
        var audience =
                scopes.stream()
                        .flatMap(scope -> scope.audience().stream())
                        .map(SuiteService::serviceName)
                        .distinct()
                        .toList();
        return with("scope", names).with("aud", audience);
    }

    private TestToken with(String claim, Object value) {
        var changed = new JWTClaimsSet.Builder(claims).claim(claim, value).build();
        return new TestToken(key, client, changed);
    }
}
