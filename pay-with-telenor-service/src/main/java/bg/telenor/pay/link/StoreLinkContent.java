package bg.telenor.pay.link;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.pay.domain.Store;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What is kept of a store link for the person: which number pays for which store since when. The
 * store's token is not: its reference is enough to recognise it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoreLinkContent(Msisdn number, Store store, Instant offeredAt, Instant linkedAt) {

    StoreLinkContent linked(Instant at) {
        return new StoreLinkContent(number, store, offeredAt, at);
    }
}
