package bg.telenor.identity.counter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code counter_question}: that a clerk asked, and, for a while, about whom. */
@Entity
@Table(name = "counter_question")
class QuestionEntity {

    @Id UUID referenceId;
    String clerkRef;
    String shop;

    /** Null when the reference is gone: that the clerk asked still counts. */
    String subjectRef;

    UUID caseId;

    /** The clerk's own family names as HMACs; null when there is no answer left to compare. */
    String[] ownNames;

    Instant askedAt;
}
