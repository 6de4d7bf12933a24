package bg.telenor.identity.counter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One row of {@code colleague}. */
@Entity
@Table(name = "colleague")
class ColleagueEntity {

    @Id String subjectRef;
    Instant listedAt;
}
