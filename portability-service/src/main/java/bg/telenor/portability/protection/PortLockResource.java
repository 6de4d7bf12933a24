package bg.telenor.portability.protection;

import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.portability.protection.PortLockContent.Channel;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Protection", description = "What the subscriber of a number says of its leaving")
class PortLockResource {

    @Schema(examples = "{\"id\":\"7d444840-9dc0-41d1-b245-5ffdce74fad2\",\"locked\":true}")
    record PortLockView(UUID id, boolean locked) {}

    @Schema(examples = "{\"locked\":false}")
    record UnlockedView(boolean locked) {}

    record LockedNumber(String number, Instant lockedAt, Channel through) {

        static LockedNumber of(PortLockContent content) {
            return new LockedNumber(content.number().e164(), content.lockedAt(), content.through());
        }
    }

    @Schema(
            examples =
                    """
                    {"locks":[{"number":"+359899001234","lockedAt":"2026-03-02T12:00:00Z",
                     "through":"SHOP"}]}\
                    """)
    record PortLockList(List<LockedNumber> locks) {}

    private final PortLocks locks;
    private final Holders holders;
    private final Idempotency idempotency;

    PortLockResource(PortLocks locks, Holders holders, Idempotency idempotency) {
        this.locks = locks;
        this.holders = holders;
        this.idempotency = idempotency;
    }

    @POST
    @Path("my/port-locks")
    @ResponseStatus(201)
    @PermissionsAllowed("my-numbers")
    @Operation(operationId = "lockMyNumber", summary = "Keep a number of one's own from leaving")
    @APIResponseSchema(value = PortLockView.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public PortLockView lockOwn(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull OwnNumber body) {
        var wish = List.of(holders.caller().value(), body);
        return new PortLockView(
                idempotency.once(
                        key,
                        "lock-my-number",
                        wish,
                        () -> locks.lock(holders.ofCaller(body), Channel.MY_DATA)),
                true);
    }

    @GET
    @Path("my/port-locks")
    @PermissionsAllowed("my-numbers")
    @Operation(operationId = "listMyPortLocks", summary = "One's own numbers that are locked")
    @APIResponse(responseCode = "200", description = "The locks; reading them is in evidence")
    public PortLockList own() {
        return new PortLockList(
                locks.ofPerson(holders.caller()).stream().map(LockedNumber::of).toList());
    }

    @POST
    @Path("my/port-lock-liftings")
    @PermissionsAllowed("my-numbers")
    @Operation(operationId = "unlockMyNumber", summary = "Let it go again; twice is no mistake")
    @APIResponseSchema(UnlockedView.class)
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public UnlockedView liftOwn(@Valid @NotNull OwnNumber body) {
        locks.lift(holders.ofCaller(body), Channel.MY_DATA);
        return new UnlockedView(false);
    }

    @POST
    @Path("port-locks")
    @ResponseStatus(201)
    @PermissionsAllowed("number-protection")
    @Operation(operationId = "lockNumber", summary = "Keep a customer's number from leaving")
    @APIResponseSchema(value = PortLockView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "CASE_NOT_FOUND: the case is another's")
    @APIResponse(responseCode = "409", description = "IDENTITY_NOT_CONFIRMED")
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public PortLockView lock(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull CustomersNumber body) {
        return new PortLockView(
                idempotency.once(
                        key,
                        "lock-number",
                        body,
                        () -> locks.lock(holders.atCounter(body), Channel.SHOP)),
                true);
    }

    @POST
    @Path("port-lock-liftings")
    @PermissionsAllowed("number-protection")
    @Operation(operationId = "unlockNumber", summary = "Let it go again; twice is no mistake")
    @APIResponseSchema(UnlockedView.class)
    @APIResponse(responseCode = "404", description = "CASE_NOT_FOUND: the case is another's")
    @APIResponse(responseCode = "409", description = "IDENTITY_NOT_CONFIRMED")
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public UnlockedView lift(@Valid @NotNull CustomersNumber body) {
        locks.lift(holders.atCounter(body), Channel.SHOP);
        return new UnlockedView(false);
    }
}
