package bg.telenor.kit.web;

import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What a service's resource looks like, for the kit's tests. */
@Path("/v1/probes")
@RunOnVirtualThread
public class ProbeResource {

    private static final AtomicInteger EFFECTS = new AtomicInteger();

    public record Probe(
            @NotNull PersonalNumber identifier, Msisdn number, @Size(max = 10) String note) {}

    public record View(UUID id) {}

    private final Idempotency idempotency;

    ProbeResource(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** How often the effect has happened. */
    public static int effects() {
        return EFFECTS.get();
    }

    @POST
    @PermissionsAllowed("references.create")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "409", description = "PROBE_TAKEN")
    public View create(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key, @Valid @NotNull Probe probe) {
        return new View(
                idempotency.once(
                        key,
                        "probe",
                        probe,
                        () -> {
                            if ("refuse".equals(probe.note())) {
                                throw new IllegalArgumentException("7521011234");
                            }
                            EFFECTS.incrementAndGet();
                            return UUID.randomUUID();
                        }));
    }

    @GET
    @Path("conflict")
    @PermissionsAllowed("references.read")
    public View conflict() throws SQLException {
        throw new SQLException("Key (number)=(0888001234) already exists", "23505");
    }

    @GET
    @Path("broken")
    @PermissionsAllowed("references.read")
    public View broken() {
        throw new IllegalStateException("person 7521011234");
    }

    @GET
    @Path("open")
    public View unannotated() {
        return new View(UUID.randomUUID());
    }
}
