package bg.telenor.consent.answers;

import bg.telenor.consent.domain.AnswerSheet;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.events.rights.RightsAnswerEvent;
import bg.telenor.events.rights.RightsAnswerEvent.AccessAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.ErasureAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered;
import bg.telenor.events.rights.RightsAnswerEvent.RestrictionAnswered;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the services answer to a request, until it is made into one document. Takes part in the
 * caller's transaction, which holds the request's row.
 */
@ApplicationScoped
public class Answers {

    private final AnswerRepository repository;
    private final Archive archive;
    private final Certificates certificates;
    private final Reports reports;
    private final ObjectMapper json;

    Answers(
            AnswerRepository repository,
            Archive archive,
            Certificates certificates,
            Reports reports,
            ObjectMapper json) {
        this.repository = repository;
        this.archive = archive;
        this.certificates = certificates;
        this.reports = reports;
        this.json = json;
    }

    /**
     * Takes a piece of an answer, in any order and any number of times. One that is not what it
     * says it is is never taken.
     *
     * @throws IllegalArgumentException when nobody asked for it like this
     */
    public void take(
            RightsRequest.Request request,
            String service,
            RightsAnswerEvent event,
            Supplier<AnswerKey> key) {
        check(event.part() >= 1 && event.part() <= request.parts(), "to a part that is not");
        switch (event) {
            case AccessAnswered access -> {
                checkIsOf(request, RightsRequest.Type.ACCESS);
                key.get().open(access.content(), access.digest());
                take(service, access);
            }
            case ErasureAnswered erasure -> {
                checkIsOf(request, RightsRequest.Type.ERASURE);
                take(service, erasure);
            }
            case RectificationAnswered rectification -> {
                checkIsOf(request, RightsRequest.Type.RECTIFICATION);
                take(service, rectification);
            }
            case RestrictionAnswered restriction -> {
                checkIsOf(
                        request,
                        RightsRequest.Type.RESTRICTION,
                        RightsRequest.Type.RESTRICTION_LIFTING);
                take(service, restriction);
            }
        }
    }

    /** Which of the expected services have not answered, or not wholly. */
    public List<String> missing(RightsRequest.Request request, Set<String> expected) {
        var pieces = repository.of(request.id()).stream().map(AnswerEntity::piece).toList();
        return new AnswerSheet(request.parts(), pieces).missing(expected);
    }

    /** The answer to an access request. */
    public JsonNode archive(
            RightsRequest.Request request, AnswerKey key, List<String> missing, Instant at) {
        return archive.of(request, repository.of(request.id()), key, missing, at);
    }

    /** The answer to an erasure request. */
    public JsonNode certificate(RightsRequest.Request request, List<String> missing, Instant at) {
        return certificates.of(request, repository.of(request.id()), missing, at);
    }

    /** The answer to every other request. */
    public JsonNode report(RightsRequest.Request request, List<String> missing, Instant at) {
        return reports.of(request, repository.of(request.id()), missing, at);
    }

    /** The pieces are of no use any more. */
    public void forget(UUID request) {
        repository.forget(request);
    }

    private void take(String service, AccessAnswered answer) {
        var row = row(service, answer, answer.piece());
        row.lastPiece = answer.last();
        row.content = answer.content().compact();
    }

    private void take(String service, ErasureAnswered answer) {
        var row = row(service, answer, 0);
        row.lastPiece = true;
        row.erased = answer.erased();
        row.retained = written(answer.retained());
    }

    private void take(String service, RectificationAnswered answer) {
        var row = row(service, answer, 0);
        row.lastPiece = true;
        row.outcome = answer.outcome();
        row.findings = written(answer.findings());
    }

    private void take(String service, RestrictionAnswered answer) {
        var row = row(service, answer, 0);
        row.lastPiece = true;
        row.records = answer.records();
    }

    private String written(List<?> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer cannot be written", e);
        }
    }

    private AnswerEntity row(String service, RightsAnswerEvent answer, int piece) {
        var key = new AnswerEntity.Key(answer.requestId(), service, answer.part(), piece);
        return repository
                .findByIdOptional(key)
                .orElseGet(
                        () -> {
                            var row = new AnswerEntity();
                            row.key = key;
                            repository.persist(row);
                            return row;
                        });
    }

    private static void checkIsOf(RightsRequest.Request request, RightsRequest.Type... types) {
        check(List.of(types).contains(request.type()), "to another kind of request");
    }

    private static void check(boolean sound, String answer) {
        if (!sound) {
            throw new IllegalArgumentException("answer " + answer);
        }
    }
}
