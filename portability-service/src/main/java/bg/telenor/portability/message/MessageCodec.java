package bg.telenor.portability.message;

import bg.telenor.portability.domain.MessageType;
import bg.telenor.portability.domain.PortMessage;
import bg.telenor.portability.domain.Route;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * The bodies of messages. Unknown fields are skipped: the version answers for what must be known.
 */
@ApplicationScoped
class MessageCodec {

    private final ObjectMapper json;

    MessageCodec(ObjectMapper json) {
        this.json =
                json.copy()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .addMixIn(Route.class, RouteForm.class);
    }

    PortMessage read(MessageEnvelope envelope) {
        if (envelope.version() != MessageEnvelope.VERSION) {
            throw new MessageRefused(MessageReply.Code.UNSUPPORTED_VERSION);
        }
        var type =
                MessageType.named(envelope.type())
                        .orElseThrow(() -> new MessageRefused(MessageReply.Code.UNKNOWN_TYPE));
        try {
            return json.convertValue(envelope.body(), type.body());
        } catch (IllegalArgumentException e) {
            throw new MessageRefused(MessageReply.Code.MALFORMED);
        }
    }

    Map<String, Object> write(PortMessage message) {
        return json.convertValue(message, new TypeReference<>() {});
    }

    /** The domain is plain Java, so that a route is a string in JSON is said here. */
    private abstract static class RouteForm {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        RouteForm(String value) {}

        @JsonValue
        abstract String value();
    }
}
