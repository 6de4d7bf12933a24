package bg.telenor.identity.photo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code identity_photo}: that there is a photo, and who may look at it until when. */
@Entity
@Table(name = "identity_photo")
class PhotoEntity {

    @Id UUID referenceId;
    String client;
    Instant freshUntil;
    int views;
}
