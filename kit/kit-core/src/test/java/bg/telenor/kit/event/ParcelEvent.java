package bg.telenor.kit.event;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A topic of events made up for these tests. */
sealed interface ParcelEvent extends PublishedEvent {

    UUID parcelId();

    @Override
    default String topic() {
        return "parcels";
    }

    @Override
    default UUID aggregateId() {
        return parcelId();
    }

    record ParcelSent(SubjectRef key, UUID parcelId, Money value, LocalDate due, int pieces)
            implements ParcelEvent {}

    record ParcelClaimed(SubjectRef key, UUID parcelId, Instant at, Jws signature)
            implements ParcelEvent, SignedEvent<ParcelClaimed> {

        @Override
        public ParcelClaimed signed(Jws by) {
            return new ParcelClaimed(key, parcelId, at, by);
        }
    }
}
