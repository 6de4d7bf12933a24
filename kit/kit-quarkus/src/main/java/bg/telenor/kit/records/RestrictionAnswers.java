package bg.telenor.kit.records;

import bg.telenor.events.rights.RightsAnswerEvent.RestrictionAnswered;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.evidence.Evidence.Action;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Restrictions.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Answers GDPR art. 18 for this service: remembers that a person's data may only be kept, or again
 * be processed, and says how much of it there is.
 */
@ApplicationScoped
class RestrictionAnswers {

    private final Restrictions restrictions;
    private final Documents documents;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Clock clock;

    RestrictionAnswers(
            Restrictions restrictions,
            Documents documents,
            Evidence evidence,
            Outbox outbox,
            Clock clock) {
        this.restrictions = restrictions;
        this.documents = documents;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param saidAt of two commands the later holds, whichever comes first
     */
    void answer(RightsEvent command, State state, Instant saidAt) {
        var now = clock.instant();
        var window = Window.of(command, now);
        var records =
                documents.ofSubject(command.key(), window.from(), window.until()).stream()
                        .filter(document -> document.purpose() != Purpose.DATA_SUBJECT_RIGHTS)
                        .count();
        boolean holds = restrictions.say(command, state, saidAt);
        evidence.append(
                new Evidence.Entry(
                        Action.RESTRICTION,
                        RecordType.RIGHTS_REQUEST,
                        command.requestId(),
                        command.key(),
                        Purpose.DATA_SUBJECT_RIGHTS,
                        null,
                        Map.of(
                                "restriction",
                                holds ? state.name() : "OVERTAKEN",
                                "records",
                                Long.toString(records))));
        outbox.publish(
                new RestrictionAnswered(
                        command.key(),
                        command.requestId(),
                        command.part(),
                        Math.toIntExact(records),
                        now));
    }
}
