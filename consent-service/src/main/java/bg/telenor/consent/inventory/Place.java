package bg.telenor.consent.inventory;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the inventory ended; a caller hands it back to go on behind it. */
record Place(Instant at, UUID id) {

    /** Before the newest. */
    static final Place START = new Place(InventoryRepository.END, new UUID(-1, -1));

    static Place of(InventoryEntity row) {
        return new Place(row.receivedAt, row.key.recordId());
    }

    static Place read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split("/", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new ProblemException(CommonError.INVALID_REQUEST, "after is not a cursor");
        }
    }

    String write() {
        var text = at + "/" + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
