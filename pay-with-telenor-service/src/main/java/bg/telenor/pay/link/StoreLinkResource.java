package bg.telenor.pay.link;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.pay.domain.Store;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Our channels let a number pay for a store. */
@Path("/v1/store-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Store links", description = "Which number pays for which store account")
class StoreLinkResource {

    private static final String SCOPE = "store-links.write";

    @Schema(examples = "{\"number\":\"+359888000001\",\"store\":\"GOOGLE_PLAY\"}")
    record OfferStoreLink(@NotNull Msisdn number, @NotNull Store store) {}

    private final StoreLinks links;
    private final Idempotency idempotency;
    private final Caller caller;

    StoreLinkResource(StoreLinks links, Idempotency idempotency, Caller caller) {
        this.links = links;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(SCOPE)
    @Operation(operationId = "offerStoreLink", summary = "Let a number pay for a store")
    @APIResponseSchema(
            value = StoreLinkView.class,
            responseCode = "201",
            responseDescription = "The store may link its account until the offer expires")
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD")
    public RestResponse<StoreLinkView> offer(
            @HeaderParam(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @NotNull OfferStoreLink command) {
        var client = caller.client();
        var id =
                idempotency.once(
                        key,
                        "offer-store-link",
                        command,
                        () -> links.offer(command.number(), command.store(), client).offer().id());
        return RestResponse.ResponseBuilder.<StoreLinkView>created(
                        UriBuilder.fromResource(StoreLinkResource.class)
                                .path(id.toString())
                                .build())
                .entity(StoreLinkView.of(links.get(id, client)))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(SCOPE)
    @Operation(operationId = "getStoreLink", summary = "Where a store link stands")
    @APIResponseSchema(StoreLinkView.class)
    @APIResponse(responseCode = "404", description = "STORE_LINK_NOT_FOUND")
    public StoreLinkView get(@RestPath UUID id) {
        return StoreLinkView.of(links.get(id, caller.client()));
    }
}
