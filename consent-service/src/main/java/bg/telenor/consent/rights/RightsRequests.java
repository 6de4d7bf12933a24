package bg.telenor.consent.rights;

import static bg.telenor.consent.ConsentError.NOT_RESTRICTED;
import static bg.telenor.consent.ConsentError.RIGHTS_REQUEST_ALREADY_OPEN;
import static bg.telenor.consent.ConsentError.RIGHTS_REQUEST_NOT_FOUND;
import static bg.telenor.kit.processing.RecordType.RIGHTS_ARCHIVE;
import static bg.telenor.kit.processing.RecordType.RIGHTS_REQUEST;

import bg.telenor.consent.answers.AnswerKey;
import bg.telenor.consent.answers.Answers;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.consent.domain.StatutoryTerm;
import bg.telenor.consent.holdings.References;
import bg.telenor.consent.notices.Notices;
import bg.telenor.events.rights.RightsAnswerEvent;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.records.Kept;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All requests of persons about their data: commanded to the services, and answered by them. */
@ApplicationScoped
class RightsRequests {

    /** What is sealed of a request itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(RightsRequest.Type type, RightsRequest.Ground ground, Instant requestedAt) {}

    /**
     * What somebody asks for.
     *
     * @param byOfficer whether the privacy officer asks, and not the person
     */
    record Asked(
            RightsRequest.Type type,
            RightsRequest.Ground ground,
            SubjectRef person,
            boolean byOfficer) {}

    private final RightsRequestRepository repository;
    private final Answers answers;
    private final References references;
    private final Notices notices;
    private final RightsCommands commands;
    private final StandingRestrictions restrictions;
    private final RightsConfig config;
    private final Records records;
    private final Clock clock;

    RightsRequests(
            RightsRequestRepository repository,
            Answers answers,
            References references,
            Notices notices,
            RightsCommands commands,
            StandingRestrictions restrictions,
            RightsConfig config,
            Records records,
            Clock clock) {
        this.repository = repository;
        this.answers = answers;
        this.references = references;
        this.notices = notices;
        this.commands = commands;
        this.restrictions = restrictions;
        this.config = config;
        this.records = records;
        this.clock = clock;
    }

    /** One at a time, so that an erasure does not take what an access is being answered with. */
    @Transactional
    UUID open(Asked asked) {
        if (repository.hasOpen(asked.person())) {
            throw new ProblemException(RIGHTS_REQUEST_ALREADY_OPEN);
        }
        boolean lifts = asked.type() == RightsRequest.Type.RESTRICTION_LIFTING;
        if (lifts && !restrictions.stands(asked.person())) {
            throw new ProblemException(NOT_RESTRICTED);
        }
        var now = now();
        var parts = references.of(asked.person());
        var request =
                new RightsRequest.Request(
                        UUID.randomUUID(),
                        asked.type(),
                        asked.ground(),
                        asked.person(),
                        parts.size(),
                        now,
                        now.plus(config.collectFor()),
                        term().endAfter(now));
        var source = asked.byOfficer() ? Source.DERIVED : Source.DATA_SUBJECT;
        keep(RIGHTS_REQUEST, request, source, new Wish(asked.type(), asked.ground(), now));
        if (lifts && asked.byOfficer()) {
            var notice = notices.restrictionToBeLifted(asked.person());
            save(new RightsRequest.Announced(request, notice));
        } else {
            save(new RightsRequest.Open(request));
            command(request, parts);
        }
        return request.id();
    }

    private void save(RightsRequest state) {
        repository.persist(new RightsRequestEntity().write(state));
    }

    private void command(RightsRequest.Request request, List<References.Part> parts) {
        switch (request.type()) {
            case ACCESS -> {
                var key = AnswerKey.generate();
                keep(RIGHTS_ARCHIVE, request, Source.DERIVED, ArchiveContent.awaiting(key));
                parts.forEach(part -> commands.access(request, part, key));
            }
            case ERASURE -> parts.forEach(part -> commands.erasure(request, part));
            case RECTIFICATION -> parts.forEach(part -> commands.rectification(request, part));
            case RESTRICTION -> {
                restrictions.set(request, now());
                parts.forEach(part -> commands.restriction(request, part));
            }
            case RESTRICTION_LIFTING -> {
                restrictions.lifted(request.person());
                parts.forEach(part -> commands.lifting(request, part));
            }
        }
    }

    @Transactional
    RightsRequest get(UUID id, Optional<SubjectRef> person) {
        return repository
                .findByIdOptional(id)
                .map(RightsRequestEntity::toDomain)
                .filter(found -> person.isEmpty() || person.get().equals(found.request().person()))
                .orElseThrow(() -> new ProblemException(RIGHTS_REQUEST_NOT_FOUND));
    }

    /** The document that answers a request; empty while it is open, and after its time. */
    @Transactional
    Optional<JsonNode> document(RightsRequest request) {
        return switch (request) {
            case RightsRequest.Complete done -> opened(done.request().id());
            case RightsRequest.CompleteWithGaps done -> opened(done.request().id());
            case RightsRequest.Announced announced -> Optional.empty();
            case RightsRequest.Open open -> Optional.empty();
            case RightsRequest.Expired expired -> Optional.empty();
        };
    }

    /**
     * Takes a piece of a service's answer; one that comes when the request is settled is let go.
     *
     * @throws IllegalArgumentException when nobody asked for it like this
     */
    @Transactional
    void answered(String service, RightsAnswerEvent answer) {
        var row = repository.locked(answer.requestId()).orElse(null);
        if (row == null || !(row.toDomain() instanceof RightsRequest.Open open)) {
            Log.infof("request %s: let go a late answer of %s", answer.requestId(), service);
            return;
        }
        if (!config.services().contains(service)) {
            throw new IllegalArgumentException("answer of a service that was not asked");
        }
        var request = open.request();
        answers.take(request, service, answer, () -> key(request.id()));
        if (answers.missing(request, config.services()).isEmpty()) {
            row.due(now());
        }
    }

    /** Does what is due: begins when the person was told, answers when all answers are there. */
    @Transactional
    void settle(UUID id) {
        var row = repository.locked(id).orElse(null);
        if (row == null) {
            return;
        }
        switch (row.toDomain()) {
            case RightsRequest.Announced announced -> begin(row, announced);
            case RightsRequest.Open open -> answer(row, open);
            case RightsRequest.Complete complete -> row.due(null);
            case RightsRequest.CompleteWithGaps gaps -> row.due(null);
            case RightsRequest.Expired expired -> row.due(null);
        }
    }

    private void begin(RightsRequestEntity row, RightsRequest.Announced announced) {
        var now = now();
        if (!notices.isDelivered(announced.notice())) {
            row.due(now.plus(config.toldEvery()));
            return;
        }
        var parts = references.of(announced.request().person());
        var open = announced.begin(parts.size(), now.plus(config.collectFor()));
        row.write(open);
        command(open.request(), parts);
    }

    private void answer(RightsRequestEntity row, RightsRequest.Open open) {
        var request = open.request();
        var id = request.id();
        var missing = answers.missing(request, config.services());
        var now = now();
        if (!missing.isEmpty() && now.isBefore(request.collectUntil())) {
            row.due(request.collectUntil());
            return;
        }
        var document =
                switch (request.type()) {
                    case ACCESS -> answers.archive(request, key(id), missing, now);
                    case ERASURE -> answers.certificate(request, missing, now);
                    case RECTIFICATION, RESTRICTION, RESTRICTION_LIFTING ->
                            answers.report(request, missing, now);
                };
        keep(RIGHTS_ARCHIVE, request, Source.DERIVED, ArchiveContent.of(document));
        row.write(missing.isEmpty() ? open.complete(now) : open.completeWithout(missing, now));
        answers.forget(id);
        notices.requestDone(request.person());
    }

    /** The answer has been kept for its time. */
    @Transactional
    void expire(UUID id) {
        repository.locked(id).ifPresent(row -> row.write(expired(row.toDomain())));
    }

    /** Its content goes, and with it that it was ever made. */
    @Transactional
    void forget(UUID id) {
        answers.forget(id);
        repository.deleteById(id);
    }

    private RightsRequest expired(RightsRequest request) {
        return switch (request) {
            case RightsRequest.Announced announced -> announced;
            case RightsRequest.Open open -> open;
            case RightsRequest.Complete complete -> complete.expire(now());
            case RightsRequest.CompleteWithGaps gaps -> gaps.expire(now());
            case RightsRequest.Expired expired -> expired;
        };
    }

    private AnswerKey key(UUID id) {
        return records.open(RIGHTS_ARCHIVE, id, ArchiveContent.class)
                .map(ArchiveContent::answerKey)
                .map(AnswerKey::read)
                .orElseThrow(() -> new IllegalStateException("the request's key is gone"));
    }

    private Optional<JsonNode> opened(UUID id) {
        return records.open(RIGHTS_ARCHIVE, id, ArchiveContent.class).map(ArchiveContent::document);
    }

    private void keep(
            RecordType record, RightsRequest.Request request, Source source, Object content) {
        records.keep(
                new Kept(
                        record,
                        request.id(),
                        request.person(),
                        Purpose.DATA_SUBJECT_RIGHTS,
                        source,
                        null),
                content);
    }

    private StatutoryTerm term() {
        return new StatutoryTerm(config.term(), config.zone(), config.holidays().orElse(Set.of()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
