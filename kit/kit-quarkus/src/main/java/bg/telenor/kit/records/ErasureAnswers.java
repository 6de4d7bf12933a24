package bg.telenor.kit.records;

import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.events.rights.RightsAnswerEvent.ErasureAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.Retained;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.kit.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

/**
 * Answers GDPR art. 17 for this service: what no law holds back goes, and the answer leaves when
 * its keys are destroyed.
 */
@ApplicationScoped
class ErasureAnswers {

    private final Documents documents;
    private final Erasures erasures;
    private final Catalogue catalogue;
    private final Clock clock;

    ErasureAnswers(Documents documents, Erasures erasures, Catalogue catalogue, Clock clock) {
        this.documents = documents;
        this.erasures = erasures;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * @param askedAt what came in later is another relation and stays
     */
    void answer(ErasureRequested request, Instant askedAt) {
        var window = Window.of(request, askedAt);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var all = documents.lockOfSubject(request.key(), window.from(), window.until());
        Predicate<Document> held = document -> isHeld(document, today);
        var erased = all.stream().filter(held.negate()).toList();
        var retained = all.stream().filter(held).map(ErasureAnswers::retained).toList();
        if (retained.isEmpty()) {
            // While something is retained, its late events still mean it.
            documents.rememberErased(request.key(), window.from(), window.until());
            documents.forgetHeard(request.key(), window.from(), window.until());
        }
        erasures.erase(
                erased,
                Reason.REQUEST,
                List.of(
                        new ErasureAnswered(
                                request.key(),
                                request.requestId(),
                                request.part(),
                                erased.size(),
                                retained,
                                now)));
    }

    private boolean isHeld(Document document, LocalDate today) {
        return document.onHold(today)
                || catalogue.isHeldByLaw(document.purpose(), document.record());
    }

    private static Retained retained(Document document) {
        var until = document.retainUntil();
        var hold = document.holdUntil();
        return new Retained(
                document.id(),
                document.record(),
                document.purpose(),
                hold != null && hold.isAfter(until) ? hold : until);
    }
}
