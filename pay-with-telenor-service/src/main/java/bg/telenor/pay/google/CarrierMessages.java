package bg.telenor.pay.google;

import bg.telenor.kit.event.Sha256;
import bg.telenor.pay.google.CarrierFault.Code;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads Google's messages out of their envelopes, and puts our answers into theirs. */
final class CarrierMessages {

    private static final Map<String, Class<? extends CarrierMessage>> METHODS =
            Map.of(
                    "echo", CarrierMessage.Echo.class,
                    "associateAccount", CarrierMessage.AssociateAccount.class,
                    "capture", CarrierMessage.Capture.class,
                    "refund", CarrierMessage.Refund.class);

    /**
     * @param digest of method and body without its time, which a repeat says anew
     */
    record Received(CarrierMessage message, Sha256 digest) {}

    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(4 * 1024)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private final CarrierEnvelope envelope;

    CarrierMessages(CarrierEnvelope envelope) {
        this.envelope = envelope;
    }

    /**
     * @throws CarrierFault when it is not sealed by Google to us, or not a message of that method
     */
    Received read(String method, String sealed) {
        var tree = parse(envelope.open(sealed));
        return new Received(bind(tree, METHODS.get(method)), digest(method, tree));
    }

    /** An answer as text, to be kept or sealed. */
    String write(Object answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer cannot be written", e);
        }
    }

    String seal(String answer) {
        return envelope.seal(answer.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode parse(byte[] json) {
        try {
            if (mapper.readTree(json) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (IOException e) {
            // Falls to the refusal below: what the parser says may quote the content.
        }
        throw new CarrierFault(Code.INVALID_DECRYPTED_REQUEST, "not a JSON object");
    }

    private <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return mapper.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof CarrierFault fault) {
                throw fault;
            }
            var field = e.getPath().isEmpty() ? "body" : e.getPath().getLast().getFieldName();
            throw new CarrierFault(Code.INVALID_FIELD_VALUE, field);
        } catch (JsonProcessingException e) {
            throw new CarrierFault(Code.INVALID_DECRYPTED_REQUEST, "not readable");
        }
    }

    private Sha256 digest(String method, ObjectNode tree) {
        var timeless = tree.deepCopy();
        if (timeless.get("requestHeader") instanceof ObjectNode header) {
            header.remove("requestTimestamp");
        }
        try {
            var sorted = mapper.writeValueAsString(mapper.treeToValue(timeless, Object.class));
            return Sha256.of((method + "\n" + sorted).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request cannot be written", e);
        }
    }
}
