package bg.telenor.pay.link;

import bg.telenor.pay.domain.Store;
import bg.telenor.pay.domain.StoreLink;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A store link as its client sees it. The authentication request id is told only while the store
 * may still come with it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                """
                {"id":"7f0c1c9e-53a7-4a44-9d06-0f2bb1c1a001","store":"GOOGLE_PLAY",
                 "status":"OFFERED",
                 "authenticationRequestId":"0d7e2f46-9f0e-4a7b-8a53-5f0f6f9bb002",
                 "expiresAt":"2026-03-02T12:10:00Z"}\
                """)
record StoreLinkView(
        UUID id, Store store, Status status, UUID authenticationRequestId, Instant expiresAt) {

    /** Where a link stands. */
    @Schema(name = "StoreLinkStatus")
    enum Status {
        OFFERED,
        LINKED,
        CLOSED,
        EXPIRED
    }

    static StoreLinkView of(StoreLink link) {
        var offer = link.offer();
        return switch (link) {
            case StoreLink.Offered offered ->
                    new StoreLinkView(
                            offer.id(),
                            offer.store(),
                            Status.OFFERED,
                            offer.authenticationRequestId(),
                            offer.expiresAt());
            case StoreLink.Linked linked -> of(offer, Status.LINKED);
            case StoreLink.Closed closed -> of(offer, Status.CLOSED);
            case StoreLink.Expired expired -> of(offer, Status.EXPIRED);
        };
    }

    private static StoreLinkView of(StoreLink.Offer offer, Status status) {
        return new StoreLinkView(offer.id(), offer.store(), status, null, null);
    }
}
