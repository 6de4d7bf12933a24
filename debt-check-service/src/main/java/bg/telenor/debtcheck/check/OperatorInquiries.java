package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.OperatorAnswer;
import bg.telenor.kit.partner.PartnerCalls;
import bg.telenor.kit.partner.PartnerCalls.Outcome.Answered;
import bg.telenor.kit.partner.PartnerCalls.Outcome.NotSent;
import bg.telenor.kit.partner.PartnerCalls.Outcome.Unknown;
import bg.telenor.kit.partner.PartnerCalls.Outcome.Untrusted;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts a question to all operators at once. Never within a transaction. */
@ApplicationScoped
class OperatorInquiries {

    private static final String PATH = "/partner/v1/debt-inquiries";

    /** The wire form of a question; no more than the other side needs for its yes or no. */
    record Inquiry(UUID inquiryId, PersonalNumber identifier, Ground ground, Instant askedAt) {

        enum Ground {
            DEVICE_WITH_CONTRACT
        }
    }

    /** The wire form of an answer; fields that it may have besides are theirs. */
    record Reply(UUID inquiryId, Result result, Instant answeredAt) {

        enum Result {
            CLEAR,
            FOUND
        }

        /** Whether it answers this very question, whole. */
        boolean answers(UUID asked) {
            return asked.equals(inquiryId) && result != null && answeredAt != null;
        }
    }

    private final PartnerCalls calls;
    private final ObjectMapper json;
    private final CheckConfig config;
    private final Clock clock;

    OperatorInquiries(PartnerCalls calls, ObjectMapper json, CheckConfig config, Clock clock) {
        this.calls = calls;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** What operators said. One that no byte reached is left out: it may be asked again. */
    Map<OperatorCode, OperatorAnswer> ask(OpenQuestion question) {
        var answers = new HashMap<OperatorCode, OperatorAnswer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new HashMap<OperatorCode, Future<Optional<OperatorAnswer>>>();
            for (var operator : question.operators()) {
                asked.put(operator, threads.submit(() -> ask(operator, question)));
            }
            asked.forEach(
                    (operator, answer) ->
                            result(answer).ifPresent(said -> answers.put(operator, said)));
        }
        return answers;
    }

    private Optional<OperatorAnswer> ask(OperatorCode operator, OpenQuestion question) {
        var now = clock.instant();
        var left = Duration.between(now, question.until());
        var inquiry =
                new Inquiry(
                        question.inquiryId(operator),
                        question.identifier(),
                        Inquiry.Ground.DEVICE_WITH_CONTRACT,
                        now);
        var within = left.compareTo(config.answerWithin()) < 0 ? left : config.answerWithin();
        return switch (calls.post(operator, PATH, inquiry, within)) {
            case Answered answered -> Optional.of(read(answered, inquiry.inquiryId()));
            case NotSent none -> Optional.empty();
            case Unknown none -> Optional.of(OperatorAnswer.NO_ANSWER);
            case Untrusted none -> Optional.of(OperatorAnswer.NO_ANSWER);
        };
    }

    private OperatorAnswer read(Answered answered, UUID inquiryId) {
        if (answered.status() != 200) {
            return OperatorAnswer.NO_ANSWER;
        }
        try {
            var reply =
                    json.readerFor(Reply.class)
                            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .<Reply>readValue(answered.body());
            if (reply == null || !reply.answers(inquiryId)) {
                return OperatorAnswer.NO_ANSWER;
            }
            return switch (reply.result()) {
                case CLEAR -> OperatorAnswer.CLEAR;
                case FOUND -> OperatorAnswer.FOUND;
            };
        } catch (IOException e) {
            return OperatorAnswer.NO_ANSWER;
        }
    }

    /** A fault on our side is no answer of theirs; above all it is not CLEAR. */
    private static Optional<OperatorAnswer> result(Future<Optional<OperatorAnswer>> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Log.error("asking an operator failed", e.getCause());
            return Optional.of(OperatorAnswer.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
