package bg.telenor.portability.message;

import bg.telenor.kit.partner.Operators;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/partner/v1/messages")
@RunOnVirtualThread
@Tag(name = "Exchange", description = "Other operators telling us; every message is signed")
class PartnerMessageResource {

    private final IncomingMessages messages;
    private final Operators operators;

    PartnerMessageResource(IncomingMessages messages, Operators operators) {
        this.messages = messages;
        this.operators = operators;
    }

    @POST
    @PermissionsAllowed("partner-messages")
    @Operation(
            operationId = "sendMessage",
            summary = "A message about a porting, idempotent by its messageId")
    @APIResponseSchema(MessageReply.class)
    @APIResponse(responseCode = "403", description = "SIGNATURE_NOT_TRUSTED, SENDER_MISMATCH")
    public MessageReply receive(@Valid @NotNull MessageEnvelope message) {
        return messages.receive(operators.caller(), message);
    }
}
