package bg.telenor.consent.answers;

import bg.telenor.consent.domain.AnswerSheet;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
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

    AnswerSheet.Piece piece() {
        return new AnswerSheet.Piece(key.service(), key.part(), key.piece(), lastPiece);
    }
}
