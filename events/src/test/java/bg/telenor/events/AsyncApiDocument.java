package bg.telenor.events;

import bg.telenor.kit.value.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Describes all topics and events as an AsyncAPI 3 document, from the code and its comments. */
final class AsyncApiDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SourceComments comments;
    private final ObjectNode schemas = JSON.objectNode();

    AsyncApiDocument(SourceComments comments) {
        this.comments = comments;
    }

    ObjectNode write() {
        var document = JSON.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Personal-data intake suite: events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services tell each other, as CloudEvents 1.0 in structured JSON."
                                + " Generated from module events; fields are only ever added, and"
                                + " then optional. Unknown fields and types are to be skipped.");
        document.put("defaultContentType", "application/cloudevents+json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var messages = JSON.objectNode();
        schemas.set("CloudEvent", cloudEvent());
        for (var topic : Topic.values()) {
            channels.set(topic.topicName(), channel(topic));
            operations.set("write-" + topic.topicName(), operation(topic));
            for (var type : EventTypes.records(topic)) {
                messages.set(type.getSimpleName(), message(type));
            }
        }
        var components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas);
        return document;
    }

    private ObjectNode channel(Topic topic) {
        var channel = JSON.objectNode();
        channel.put("address", topic.topicName());
        channel.put("description", comments.of(EventTypes.of(topic)));
        var messages = channel.putObject("messages");
        for (var type : EventTypes.records(topic)) {
            messages.set(type.getSimpleName(), ref("messages", type.getSimpleName()));
        }
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("partitions", Topic.PARTITIONS);
        var settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(topic.settings().get("cleanup.policy"));
        topic.settings().entrySet().stream()
                .filter(setting -> !setting.getKey().equals("cleanup.policy"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        setting ->
                                settings.put(setting.getKey(), Long.parseLong(setting.getValue())));
        return channel;
    }

    private static ObjectNode operation(Topic topic) {
        var operation = JSON.objectNode();
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.topicName());
        operation.put(
                "summary",
                "Written by " + String.join(", ", topic.writers().stream().sorted().toList()));
        return operation;
    }

    private ObjectNode message(Class<?> type) {
        var name = type.getSimpleName();
        schemas.set(name, record(type));
        var message = JSON.objectNode();
        message.put("name", name);
        message.put("summary", comments.of(type));
        message.put("contentType", "application/cloudevents+json");
        var payload = message.putObject("payload");
        var parts = payload.putArray("allOf");
        parts.add(ref("schemas", "CloudEvent"));
        var own = parts.addObject();
        own.put("type", "object");
        var properties = own.putObject("properties");
        properties.putObject("type").put("const", name);
        properties.set("data", ref("schemas", name));
        message.putObject("bindings")
                .putObject("kafka")
                .putObject("key")
                .put("type", "string")
                .put("example", Samples.of(type).kafkaKey());
        return message;
    }

    private ObjectNode record(Class<?> type) {
        var schema = JSON.objectNode();
        schema.put("type", "object");
        describe(schema, comments.of(type));
        var required = JSON.arrayNode();
        var properties = schema.putObject("properties");
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), type(component.getGenericType()));
            if (!isOptional(component)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema;
    }

    private ObjectNode type(Type type) {
        if (type instanceof ParameterizedType list) {
            var array = JSON.objectNode().put("type", "array");
            array.set("items", type(list.getActualTypeArguments()[0]));
            return array;
        }
        var raw = (Class<?>) type;
        if (raw == UUID.class) {
            return JSON.objectNode().put("type", "string").put("format", "uuid");
        }
        if (raw == Instant.class) {
            return JSON.objectNode().put("type", "string").put("format", "date-time");
        }
        if (raw == LocalDate.class) {
            return JSON.objectNode().put("type", "string").put("format", "date");
        }
        if (raw == int.class) {
            return JSON.objectNode().put("type", "integer");
        }
        if (raw == boolean.class) {
            return JSON.objectNode().put("type", "boolean");
        }
        return named(raw);
    }

    private ObjectNode named(Class<?> type) {
        var nested = type.getDeclaringClass() != null && type.getDeclaringClass().isRecord();
        var name = (nested ? type.getDeclaringClass().getSimpleName() : "") + type.getSimpleName();
        if (!schemas.has(name)) {
            schemas.set(name, schema(type));
        }
        return ref("schemas", name);
    }

    private ObjectNode schema(Class<?> type) {
        if (type == Money.class) {
            return money();
        }
        if (!type.isEnum() && !isText(type)) {
            return record(type);
        }
        var schema = JSON.objectNode().put("type", "string");
        describe(schema, comments.of(type));
        if (type.isEnum()) {
            var values = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(values::add);
        }
        return schema;
    }

    private ObjectNode money() {
        var schema = JSON.objectNode().put("type", "object");
        describe(schema, comments.of(Money.class));
        var properties = schema.putObject("properties");
        properties
                .putObject("amountMinor")
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", 0);
        properties.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
        schema.set("required", names(List.of("amountMinor", "currency")));
        return schema;
    }

    private static ObjectNode cloudEvent() {
        var schema = JSON.objectNode().put("type", "object");
        schema.put("description", "CloudEvents 1.0 with the extensions caseid and traceparent.");
        var properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        properties.putObject("id").put("type", "string").put("format", "uuid");
        properties.putObject("source").put("type", "string").put("description", "The writer.");
        properties.putObject("type").put("type", "string");
        properties
                .putObject("subject")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "What it happened to.");
        properties.putObject("time").put("type", "string").put("format", "date-time");
        properties.putObject("caseid").put("type", "string").put("format", "uuid");
        properties.putObject("traceparent").put("type", "string");
        properties.putObject("data").put("type", "object");
        schema.set(
                "required",
                names(List.of("specversion", "id", "source", "type", "subject", "time", "data")));
        return schema;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(c -> c.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    private static void describe(ObjectNode schema, String text) {
        if (!text.isEmpty()) {
            schema.put("description", text);
        }
    }

    private static ObjectNode ref(String kind, String name) {
        return JSON.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    private static ArrayNode names(List<String> names) {
        var array = JSON.arrayNode();
        names.forEach(array::add);
        return array;
    }
}
