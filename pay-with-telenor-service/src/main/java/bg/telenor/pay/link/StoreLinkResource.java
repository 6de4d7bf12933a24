package bg.telenor.pay.link;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.idempotency.Idempotency;
import bg.telenor.kit.idempotency.IdempotencyKey;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.pay.domain.Store;
import bg.telenor.pay.domain.StoreLink;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Our channels let a number pay for a store. */
@Path("/v1/store-links")
@Tag(name = "Store links", description = "Which number pays for which store account")
class StoreLinkResource {

    private static final String SCOPE = "store-links.write";
    private static final String REQUEST =
            """
            {"number": "+359888000001", "store": "GOOGLE_PLAY"}\
            """;
    private static final String ANSWER =
            """
            {"id": "7f0c1c9e-53a7-4a44-9d06-0f2bb1c1a001", "store": "GOOGLE_PLAY", "status": "OFFERED",
             "authenticationRequestId": "0d7e2f46-9f0e-4a7b-8a53-5f0f6f9bb002",
             "expiresAt": "2026-03-02T12:10:00Z"}\
            """;

    record OfferStoreLink(@NotNull Msisdn number, @NotNull Store store) {}

    /** The authentication request id is told only while the store may still come with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StoreLinkView(
            UUID id, Store store, String status, UUID authenticationRequestId, Instant expiresAt) {

        static StoreLinkView of(StoreLink link) {
            var offer = link.offer();
            return switch (link) {
                case StoreLink.Offered offered ->
                        new StoreLinkView(
                                offer.id(),
                                offer.store(),
                                "OFFERED",
                                offer.authenticationRequestId(),
                                offer.expiresAt());
                case StoreLink.Linked linked -> of(offer, "LINKED");
                case StoreLink.Closed closed -> of(offer, "CLOSED");
                case StoreLink.Expired expired -> of(offer, "EXPIRED");
            };
        }

        private static StoreLinkView of(StoreLink.Offer offer, String status) {
            return new StoreLinkView(offer.id(), offer.store(), status, null, null);
        }
    }

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
    @RequestBody(content = @Content(examples = @ExampleObject(name = "offer", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The store may link its account until the offer expires",
            content = @Content(examples = @ExampleObject(name = "offered", value = ANSWER)))
    @APIResponse(responseCode = "422", description = "NUMBER_NOT_HELD, IDEMPOTENCY_KEY_REUSED")
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
    @APIResponse(
            responseCode = "200",
            description = "The store link",
            content = @Content(examples = @ExampleObject(name = "offered", value = ANSWER)))
    @APIResponse(responseCode = "404", description = "STORE_LINK_NOT_FOUND")
    public StoreLinkView get(@RestPath UUID id) {
        return StoreLinkView.of(links.get(id, caller.client()));
    }
}
