package bg.telenor.kit.partner;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What a service's resource for other operators looks like, for the kit's tests. */
@Path("/partner/v1/probes")
@RunOnVirtualThread
public class PartnerProbeResource {

    public record Ask(@NotNull String question) {}

    public record Answer(String operator, String question) {}

    private final Operators operators;

    PartnerProbeResource(Operators operators) {
        this.operators = operators;
    }

    @POST
    @PermissionsAllowed("partner-messages")
    public Answer ask(@Valid @NotNull Ask ask) {
        return new Answer(operators.caller().value(), ask.question());
    }
}
