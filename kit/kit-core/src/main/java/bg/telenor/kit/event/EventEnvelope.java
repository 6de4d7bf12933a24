package bg.telenor.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way: CloudEvents 1.0 in structured JSON, with the extensions {@code caseid} and
 * {@code traceparent}.
 *
 * @param source the writing service
 * @param type the simple name of the data's record
 * @param subject the aggregate's id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventEnvelope<T extends PublishedEvent>(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        Instant time,
        UUID caseid,
        String traceparent,
        T data) {

    public static final String SPEC_VERSION = "1.0";

    public static <T extends PublishedEvent> EventEnvelope<T> of(
            UUID id, String source, Instant time, String traceparent, T data) {
        return new EventEnvelope<>(
                SPEC_VERSION,
                id,
                source,
                data.getClass().getSimpleName(),
                data.aggregateId(),
                time,
                data.caseOrNull(),
                traceparent,
                data);
    }
}
