package bg.telenor.events.numbers;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What portability-service says on the compacted topic {@code numbers}: routing data, the one topic
 * whose key and content are telephone numbers; never a case, a porting or a reference.
 */
public sealed interface NumberEvent extends PublishedEvent {

    String TOPIC = "numbers";

    /** Routing data is about a number, not a person. */
    @Override
    @JsonIgnore
    default SubjectRef key() {
        throw new IllegalStateException("routing data has no subject");
    }

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return UUID.nameUUIDFromBytes(kafkaKey().getBytes(StandardCharsets.UTF_8));
    }

    /** Who serves a number, now and before; {@code from} may lie in the future. */
    record NumberServed(Msisdn number, OperatorCode blockOperator, List<Served> history)
            implements NumberEvent {

        public NumberServed {
            history = List.copyOf(history);
        }

        @Override
        public String kafkaKey() {
            return number.e164();
        }
    }

    /**
     * A numbering plan was put in the place of the one before. Whose ranges are whose stands in the
     * service's own tables, so that a plan is seen whole or not at all.
     */
    record NumberingPlanImported(UUID planId, Instant at) implements NumberEvent {

        @Override
        public String kafkaKey() {
            return "numbering-plan";
        }
    }

    /**
     * One stretch of a number's history, oldest first.
     *
     * @param route the routing number, or null when calls go by range
     */
    record Served(
            OperatorCode operator, @JsonInclude(NON_NULL) RoutingNumber route, Instant from) {}

    /**
     * A routing number (NRN), 2 to 10 letters or digits; its values are the operators' to agree.
     */
    record RoutingNumber(@JsonValue String value) {

        @JsonCreator
        public RoutingNumber {
            if (value == null || !value.matches("[A-Z0-9]{2,10}")) {
                throw new IllegalArgumentException("route must be 2 to 10 letters or digits");
            }
        }
    }
}
