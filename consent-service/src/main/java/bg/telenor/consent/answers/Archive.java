package bg.telenor.consent.answers;

import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.kit.event.Jwe;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to an access request: one document of everything that all services keep. References
 * stay in the suite, so it has none.
 */
@ApplicationScoped
class Archive {

    private final ObjectMapper json;

    Archive(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param answers in the order of service, part and piece
     * @param missing services whose answer is not there, or not whole
     */
    JsonNode of(
            RightsRequest.Request request,
            List<AnswerEntity> answers,
            AnswerKey key,
            List<String> missing,
            Instant at) {
        var document = json.createObjectNode();
        document.putObject("request")
                .put("id", request.id().toString())
                .put("type", request.type().name())
                .put("requestedAt", request.requestedAt().toString())
                .put("answeredAt", at.toString());
        var services = document.putArray("services");
        records(answers, key)
                .forEach((service, records) -> services.add(service(service, records)));
        var gaps = document.putArray("missing");
        missing.forEach(gaps::add);
        return document;
    }

    private Map<String, ArrayNode> records(List<AnswerEntity> answers, AnswerKey key) {
        Map<String, ArrayNode> records = new LinkedHashMap<>();
        for (var answer : answers) {
            records.computeIfAbsent(answer.key.service(), service -> json.createArrayNode())
                    .addAll(open(answer, key));
        }
        return records;
    }

    private ArrayNode open(AnswerEntity answer, AnswerKey key) {
        try {
            return json.readValue(key.open(new Jwe(answer.content)), ArrayNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "answer of " + answer.key.service() + " is no list of records", e);
        }
    }

    private ObjectNode service(String name, ArrayNode records) {
        var service = json.createObjectNode().put("service", name);
        service.set("records", records);
        return service;
    }
}
