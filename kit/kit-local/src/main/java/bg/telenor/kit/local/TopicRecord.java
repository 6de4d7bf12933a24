package bg.telenor.kit.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * A record as it lies on a topic.
 *
 * @param value the envelope, or null of a tombstone or of what is not JSON
 */
public record TopicRecord(String key, JsonNode value, String text, Map<String, String> headers) {

    public TopicRecord {
        headers = Map.copyOf(headers);
    }

    /** The event's type, or nothing of what is no event. */
    public String type() {
        return value == null ? "" : value.path("type").asText();
    }

    /** What the event says. */
    public JsonNode data() {
        return value == null ? null : value.path("data");
    }

    boolean isOf(UUID aggregate) {
        return value != null && value.path("subject").asText().equals(aggregate.toString());
    }
}
