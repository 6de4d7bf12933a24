package bg.telenor.consent.answers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import bg.telenor.consent.answers.Report.ServiceLine;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.consent.inventory.HeldRecords;
import bg.telenor.events.rights.RightsAnswerEvent.Finding;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Writes the answers to requests for rectification, restriction and the end of a restriction. */
@ApplicationScoped
class Reports {

    private final HeldRecords held;
    private final ObjectMapper json;

    Reports(HeldRecords held, ObjectMapper json) {
        this.held = held;
        this.json = json;
    }

    JsonNode of(
            RightsRequest.Request request,
            List<AnswerEntity> answers,
            List<String> missing,
            Instant at) {
        var lines =
                answers.stream()
                        .collect(groupingBy(answer -> answer.key.service(), TreeMap::new, toList()))
                        .entrySet()
                        .stream()
                        .map(entry -> line(request.type(), entry.getKey(), entry.getValue()))
                        .toList();
        var recipients =
                held.disclosedOf(request.person()).stream()
                        .map(
                                given ->
                                        new Report.Recipient(
                                                given.recipient(),
                                                given.record(),
                                                given.purpose(),
                                                given.at()))
                        .toList();
        return json.valueToTree(
                new Report(
                        request.id(),
                        request.type(),
                        request.ground(),
                        request.requestedAt(),
                        at,
                        lines,
                        recipients,
                        missing));
    }

    private ServiceLine line(RightsRequest.Type type, String service, List<AnswerEntity> answers) {
        return switch (type) {
            case RESTRICTION, RESTRICTION_LIFTING ->
                    new ServiceLine(
                            service,
                            answers.stream().mapToInt(answer -> answer.records).sum(),
                            null,
                            null);
            case RECTIFICATION ->
                    new ServiceLine(
                            service,
                            null,
                            answers.stream()
                                    .map(answer -> answer.outcome)
                                    .max(Comparator.comparing(Outcome::ordinal))
                                    .orElse(Outcome.NOTHING_HELD),
                            answers.stream()
                                    .flatMap(answer -> read(answer.findings).stream())
                                    .toList());
            case ACCESS, ERASURE ->
                    throw new IllegalArgumentException(type + " is answered by another document");
        };
    }

    private List<Finding> read(String findings) {
        try {
            return List.of(json.readValue(findings, Finding[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer is not what was written", e);
        }
    }
}
