package bg.telenor.kit.partner;

import bg.telenor.kit.value.OperatorCode;
import io.quarkus.logging.Log;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that other operators want with our messages; each is used while it lasts. */
@ApplicationScoped
class PartnerTokens {

    private final Map<OperatorCode, TokensHelper> held = new ConcurrentHashMap<>();
    private final OidcClients clients;

    PartnerTokens(OidcClients clients) {
        this.clients = clients;
    }

    /** Empty when the operator's identity provider gives us none in time. */
    Optional<String> of(OperatorCode operator, Duration deadline) {
        var helper = held.computeIfAbsent(operator, code -> new TokensHelper());
        try {
            var tokens = helper.getTokens(clients.getClient(operator.value()));
            return Optional.of(tokens.await().atMost(deadline).getAccessToken());
        } catch (RuntimeException e) {
            Log.warnf("no token for %s: %s", operator, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
