package bg.telenor.portability.desk;

import bg.telenor.kit.evidence.Evidence;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.PortabilityError;
import bg.telenor.portability.desk.DeskSide.Direction;
import bg.telenor.portability.domain.PortingContent;
import bg.telenor.portability.message.OutgoingMessages;
import bg.telenor.portability.message.OutgoingMessages.Undelivered;
import bg.telenor.portability.timeline.Timeline;
import bg.telenor.portability.timeline.Timeline.Happened;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Portings of both directions, for who sees to it that they go on. */
@ApplicationScoped
class Desk {

    /** One porting with all that happened to it. */
    record Story(Summary porting, List<Happened> timeline, List<Undelivered> undelivered) {}

    private final List<DeskSide> sides;
    private final Timeline timeline;
    private final Records records;
    private final Evidence evidence;
    private final OutgoingMessages messages;

    Desk(
            @All List<DeskSide> sides,
            Timeline timeline,
            Records records,
            Evidence evidence,
            OutgoingMessages messages) {
        this.sides = sides;
        this.timeline = timeline;
        this.records = records;
        this.evidence = evidence;
        this.messages = messages;
    }

    @Transactional
    List<Summary> list(Direction direction, DeskFilter filter, int limit) {
        return side(direction).list(filter, limit);
    }

    /**
     * @throws ProblemException PORTING_NOT_FOUND
     */
    @Transactional
    Story story(UUID id) {
        return new Story(find(id), timeline.of(id), messages.undelivered(id));
    }

    /** The numbers of a porting; that they were read, and by whom, is in evidence. */
    @Transactional
    List<Msisdn> numbers(UUID id) {
        find(id);
        return records.open(RecordType.PORTING, id, PortingContent.class)
                .map(PortingContent::numbers)
                .orElseThrow(() -> new ProblemException(PortabilityError.PORTING_NOT_FOUND));
    }

    /** Decides, and puts into evidence who did so and why. */
    @Transactional
    Summary decide(UUID id, Decision decision) {
        var person = side(find(id).direction()).decide(id, decision);
        var after = find(id);
        evidence.append(
                new Evidence.Entry(
                        Evidence.Action.DECISION,
                        RecordType.PORTING,
                        id,
                        person,
                        Purpose.NUMBER_PORTABILITY,
                        null,
                        Map.of(
                                "decision", decision.kind().name(),
                                "ground", decision.ground().name(),
                                "outcome", after.state())));
        return after;
    }

    private Summary find(UUID id) {
        return sides.stream()
                .flatMap(side -> side.find(id).stream())
                .findFirst()
                .orElseThrow(() -> new ProblemException(PortabilityError.PORTING_NOT_FOUND));
    }

    private DeskSide side(Direction direction) {
        return sides.stream()
                .filter(side -> side.direction() == direction)
                .findFirst()
                .orElseThrow();
    }
}
