package bg.telenor.consent.answers;

import bg.telenor.consent.domain.AnswerSheet;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code rights_answer}: a piece of a service's answer, until all are there. */
@Entity
@Table(name = "rights_answer")
class AnswerEntity {

    @Embeddable
    record Key(UUID requestId, String service, int part, int piece) {}

    @EmbeddedId Key key;
    boolean lastPiece;

    /** Of an access request: encrypted to its key. */
    String content;

    /** Of an erasure request: how many records went. */
    Integer erased;

    /** Of an erasure request: which records the law holds back, as the event's JSON. */
    String retained;

    /** Of a restriction or its end: how many records it is about. */
    Integer records;

    /** Of a rectification request: whose it is to correct. */
    @Enumerated(EnumType.STRING)
    RectificationAnswered.Outcome outcome;

    /** Of a rectification request: what is kept, as the event's JSON. */
    String findings;

    AnswerSheet.Piece piece() {
        return new AnswerSheet.Piece(key.service(), key.part(), key.piece(), lastPiece);
    }
}
