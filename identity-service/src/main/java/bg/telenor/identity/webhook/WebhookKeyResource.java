package bg.telenor.identity.webhook;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys by which clients know that a call back is ours. */
@Path("/v1/webhook-keys")
@Tag(name = "references")
class WebhookKeyResource {

    @Schema(
            examples =
                    """
                    {"keys":[{"kty":"EC","kid":"identity-service","crv":"P-256",
                              "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                              "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}\
                    """)
    record WebhookKeys(List<WebhookKey> keys) {}

    /** A key as RFC 7517 writes it. */
    record WebhookKey(String kty, String kid, String crv, String x, String y) {

        static WebhookKey of(JWK key) {
            var ec = (ECKey) key;
            return new WebhookKey(
                    ec.getKeyType().getValue(),
                    ec.getKeyID(),
                    ec.getCurve().getName(),
                    ec.getX().toString(),
                    ec.getY().toString());
        }
    }

    private final WebhookMessages messages;

    WebhookKeyResource(WebhookMessages messages) {
        this.messages = messages;
    }

    @GET
    @PermissionsAllowed("references.read")
    @Operation(
            operationId = "listWebhookKeys",
            summary = "The keys that signatures of call-backs are verified with")
    @APIResponse(responseCode = "200", description = "A JWK set")
    public WebhookKeys list() {
        return new WebhookKeys(List.of(WebhookKey.of(messages.publicKey())));
    }
}
