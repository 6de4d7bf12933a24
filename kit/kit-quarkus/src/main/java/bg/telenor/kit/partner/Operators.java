package bg.telenor.kit.partner;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.OperatorCode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other operators that this service knows, from configuration, and who we are among them. */
@ApplicationScoped
public class Operators {

    private final Caller caller;
    private final OperatorCode self;
    private final Map<OperatorCode, OperatorsConfig.Known> known;
    private final Duration tolerance;
    private final Path keys;

    Operators(
            OperatorsConfig config,
            Caller caller,
            @ConfigProperty(name = "suite.keys.dir") Path keys) {
        this.caller = caller;
        this.self = new OperatorCode(config.self());
        this.known =
                config.known().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(config.self()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> new OperatorCode(entry.getKey()),
                                        Map.Entry::getValue));
        this.tolerance = config.tolerance();
        this.keys = keys;
    }

    /** Our own code. */
    public OperatorCode self() {
        return self;
    }

    /** All others. */
    public Set<OperatorCode> others() {
        return known.keySet();
    }

    /**
     * The operator that calls {@code /partner/v1/…}: by its token, and by the signature of its
     * message, which a filter has checked before the resource sees the request.
     *
     * @throws ProblemException FORBIDDEN when the client is no operator's
     */
    public OperatorCode caller() {
        var client = caller.client();
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().client().equals(client))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
    }

    /** The OAuth client of another operator, to which its rows belong. */
    public String clientOf(OperatorCode operator) {
        return find(operator).client();
    }

    URI url(OperatorCode operator) {
        return find(operator).url();
    }

    boolean wantsToken(OperatorCode operator) {
        return find(operator).wantsToken();
    }

    Duration tolerance() {
        return tolerance;
    }

    /** The key that we sign with; read anew each time, so that a rotated file is noticed. */
    ECKey signingKey() {
        try {
            return ECKey.parse(Files.readString(keys.resolve("operator.jwk")));
        } catch (IOException e) {
            throw new UncheckedIOException("operator.jwk cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("operator.jwk is not an EC key", e);
        }
    }

    /** The public keys of one operator; several while it rotates. */
    JWKSet keysOf(OperatorCode operator) {
        try {
            return new JWKSet(
                    JWKSet.load(keys.resolve("operators.jwks").toFile()).getKeys().stream()
                            .filter(key -> key.getKeyID().equals(operator.value()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("operators.jwks cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("operators.jwks is not a key set", e);
        }
    }

    private OperatorsConfig.Known find(OperatorCode operator) {
        var found = known.get(operator);
        if (found == null) {
            throw new IllegalArgumentException("operator is not configured: " + operator);
        }
        return found;
    }
}
