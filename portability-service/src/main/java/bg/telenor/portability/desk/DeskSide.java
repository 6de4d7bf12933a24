package bg.telenor.portability.desk;

import bg.telenor.kit.subject.SubjectRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The portings of one direction as the desk sees them: codes and times, nothing of persons. Each
 * method takes part in the caller's transaction.
 */
public interface DeskSide {

    /** Which way the numbers go. */
    enum Direction {
        IN,
        OUT
    }

    Direction direction();

    /** Those that a filter lets through, the latest move first. */
    List<Summary> list(DeskFilter filter, int limit);

    Optional<Summary> find(UUID id);

    /**
     * Somebody at the desk decides on a porting; what it then is, is its state.
     *
     * @return whom the porting is about
     * @throws bg.telenor.kit.problem.ProblemException MOVE_NOT_ALLOWED when its state does not
     *     allow it, REJECT_CODE_NOT_ALLOWED
     */
    SubjectRef decide(UUID id, Decision decision);
}
