package bg.telenor.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads and writes events. Unknown fields and unknown types are skipped, as later versions add
 * them.
 */
public final class EventCodec {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    /** A record that is no event: broken JSON, a missing field, a value that refuses itself. */
    public static final class UndecodableEvent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UndecodableEvent(String message) {
            super(message);
        }
    }

    /**
     * Writes an event.
     *
     * @throws IllegalArgumentException when a field is null that readers insist on
     */
    public String encode(EventEnvelope<?> envelope) {
        var missing = missingIn(envelope.data());
        if (missing != null) {
            throw new IllegalArgumentException(missing + " is missing");
        }
        return write(envelope);
    }

    /**
     * Reads an event of a topic; empty when its type is not known here.
     *
     * @throws UndecodableEvent with a message that carries nothing of the content
     */
    public <T extends PublishedEvent> Optional<EventEnvelope<T>> decode(
            String text, Class<T> topic) {
        JsonNode tree = read(text);
        return typeOf(tree, topic).map(type -> bind(tree, type));
    }

    /** What a {@link SignedEvent}'s signature covers: its data without the signature, sorted. */
    public byte[] signedContent(SignedEvent<?> event) {
        ObjectNode tree = mapper.valueToTree(event);
        tree.remove("signature");
        return write(tree).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode read(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UndecodableEvent("not JSON");
        }
    }

    private <T extends PublishedEvent> Optional<Class<? extends T>> typeOf(
            JsonNode tree, Class<T> topic) {
        var name = tree.path("type").textValue();
        if (name == null) {
            throw new UndecodableEvent("no type");
        }
        return Arrays.stream(topic.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .map(type -> type.asSubclass(topic));
    }

    private <T extends PublishedEvent> EventEnvelope<T> bind(
            JsonNode tree, Class<? extends T> type) {
        try {
            var envelope =
                    mapper.getTypeFactory().constructParametricType(EventEnvelope.class, type);
            EventEnvelope<T> event = mapper.treeToValue(tree, envelope);
            if (event.id() == null || event.time() == null || event.data() == null) {
                throw new UndecodableEvent("id, time or data is missing");
            }
            var missing = missingIn(event.data());
            if (missing != null) {
                throw new UndecodableEvent(missing + " is missing");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new UndecodableEvent("data does not fit " + type.getSimpleName());
        }
    }

    /** The first field that is absent and may not be, or null: only {@link JsonInclude} lets it. */
    private static String missingIn(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream()
                    .map(EventCodec::missingIn)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (!(value instanceof Record)) {
            return null;
        }
        for (var component : value.getClass().getRecordComponents()) {
            var field = get(component, value);
            if (field == null && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                return component.getName();
            }
            var missing = missingIn(field);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static Object get(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.getName() + " cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event cannot be written", e);
        }
    }
}
