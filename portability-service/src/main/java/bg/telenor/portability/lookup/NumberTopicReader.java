package bg.telenor.portability.lookup;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.NumberingPlanImported;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.inbox.CompactedTopic;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.number.NumbersConfig;
import bg.telenor.portability.plan.Plans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Fills the memory of this replica from the compacted topic. */
@ApplicationScoped
class NumberTopicReader implements CompactedTopic.Keeper {

    private final NumberMap map;
    private final Plans plans;
    private final Clock clock;
    private final CompactedTopic topic;
    private final EventCodec codec = new EventCodec();
    private final PlainRecords plainRecords = new PlainRecords();
    private volatile Instant knownUntil;

    NumberTopicReader(
            NumberMap map,
            Plans plans,
            NumbersConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics,
            Clock clock) {
        this.map = map;
        this.plans = plans;
        this.clock = clock;
        this.topic =
                new CompactedTopic(
                        NumberEvent.TOPIC, kafka, config.poll(), config.endsEvery(), clock);
        TimeGauge.builder(
                        "numbers.staleness", this, TimeUnit.MILLISECONDS, NumberTopicReader::millis)
                .description("For how long changes of numbers may have gone unnoticed here")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        plans.catchUp();
        topic.start(this);
    }

    void stop(@Observes ShutdownEvent event) {
        topic.stop();
    }

    /**
     * For how long changes may have gone unnoticed here; empty before everything that was on the
     * topic at the start has been read.
     */
    Optional<Duration> staleness() {
        return Optional.ofNullable(knownUntil).map(at -> Duration.between(at, clock.instant()));
    }

    @Override
    public void take(ConsumerRecord<String, String> record) throws UndecodableEvent {
        if (record.value() == null) {
            map.remove(new Msisdn(record.key()));
            return;
        }
        var plain = plainRecords.read(record.value());
        if (plain.isPresent()) {
            map.put(plain.get());
            return;
        }
        codec.decode(record.value(), NumberEvent.class)
                .ifPresent(
                        event -> {
                            switch (event.data()) {
                                case NumberServed served -> map.put(served);
                                case NumberingPlanImported imported -> plans.changed();
                            }
                        });
    }

    /** A plan that cannot be read keeps the numbers from being called known. */
    @Override
    public void knownUntil(Instant moment) {
        if (!plans.catchUp()) {
            return;
        }
        if (knownUntil == null) {
            Log.info("all numbers are known");
        }
        knownUntil = moment;
    }

    private double millis() {
        return staleness().map(Duration::toMillis).map(Long::doubleValue).orElse(Double.NaN);
    }
}
