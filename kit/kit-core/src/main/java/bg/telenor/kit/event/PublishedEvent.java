package bg.telenor.kit.event;

import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * What one service says to the others. Its type is its record's name; its fields are references,
 * ids, codes, times and amounts, never text. A field is never null, unless its component is
 * annotated {@code @JsonInclude(NON_NULL)}: those were added later, or are not always known.
 */
public interface PublishedEvent {

    /** The person or number it is about: the Kafka key, so that all about one is in order. */
    SubjectRef key();

    @JsonIgnore
    String topic();

    /** What it happened to; the envelope's {@code subject}. */
    @JsonIgnore
    UUID aggregateId();

    /** The case that it belongs to, or null. */
    @JsonIgnore
    default UUID caseOrNull() {
        return null;
    }

    /** The Kafka key; topics of routing data, which have no person, say their own. */
    @JsonIgnore
    default String kafkaKey() {
        return key().value();
    }
}
