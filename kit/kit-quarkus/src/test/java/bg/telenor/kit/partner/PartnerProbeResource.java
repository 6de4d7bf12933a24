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

    private final Partner partner;

    PartnerProbeResource(Partner partner) {
        this.partner = partner;
    }

    @POST
    @PermissionsAllowed("partner-messages")
    public Answer ask(@Valid @NotNull Ask ask) {
        return new Answer(partner.operator().value(), ask.question());
    }
}
