package bg.telenor.kit.records;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import bg.telenor.events.rights.RightsAnswerEvent.Finding;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered.Outcome;
import bg.telenor.events.rights.RightsEvent.RectificationRequested;
import bg.telenor.kit.outbox.Outbox;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Answers GDPR art. 16 for this service: what there is of the person and whose it is to correct. It
 * changes nothing by itself: what a register says only the register corrects, and what the person
 * or a partner said a human has to look at.
 */
@ApplicationScoped
class RectificationAnswers {

    private record Kind(RecordType record, Source source) {}

    private final Documents documents;
    private final Outbox outbox;
    private final Clock clock;

    RectificationAnswers(Documents documents, Outbox outbox, Clock clock) {
        this.documents = documents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param askedAt what came in later was not called wrong
     */
    void answer(RectificationRequested request, Instant askedAt) {
        var window = Window.of(request, askedAt);
        var findings = findings(request, window);
        outbox.publish(
                new RectificationAnswered(
                        request.key(),
                        request.requestId(),
                        request.part(),
                        outcome(findings),
                        findings,
                        clock.instant()));
    }

    private List<Finding> findings(RectificationRequested request, Window window) {
        return documents.ofSubject(request.key(), window.from(), window.until()).stream()
                .filter(document -> document.purpose() != Purpose.DATA_SUBJECT_RIGHTS)
                .collect(
                        groupingBy(
                                document -> new Kind(document.record(), document.source()),
                                counting()))
                .entrySet()
                .stream()
                .map(
                        found ->
                                new Finding(
                                        found.getKey().record(),
                                        found.getKey().source(),
                                        Math.toIntExact(found.getValue())))
                .sorted(Comparator.comparing(Finding::record).thenComparing(Finding::source))
                .toList();
    }

    private static Outcome outcome(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Outcome.NOTHING_HELD;
        }
        return findings.stream().allMatch(finding -> finding.source().isRegister())
                ? Outcome.NOT_OURS_TO_CORRECT
                : Outcome.TO_BE_REVIEWED;
    }
}
