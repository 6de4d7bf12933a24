package bg.telenor.events.consent;

import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What consent-service says on the compacted topic {@code consent}: absent means none. */
public sealed interface ConsentEvent extends PublishedEvent {

    String TOPIC = "consent";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** All that a person agreed to or withdrew, one entry per purpose. */
    record ConsentState(SubjectRef key, List<Entry> entries, Instant at, Jws signature)
            implements ConsentEvent, SignedEvent<ConsentState> {

        public ConsentState {
            entries = List.copyOf(entries);
        }

        @Override
        public UUID aggregateId() {
            return UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public ConsentState signed(Jws by) {
            return new ConsentState(key, entries, at, by);
        }
    }

    /** Where one purpose stands. */
    record Entry(Purpose purpose, Status status, Instant at) {}

    /** DPV's consent statuses, as far as a person brings them about. */
    enum Status {
        GIVEN,
        WITHDRAWN
    }
}
