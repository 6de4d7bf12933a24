package bg.telenor.kit.inbox;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * What a consumer throws past the inbox is a fault of ours. Its channel stops at the record, and
 * the service is no longer alive, so that the platform starts it anew and the record comes again.
 * The connector's own way to stop would show the exception's words to whoever asks for the health.
 */
@ApplicationScoped
@Identifier(StoppedChannel.STRATEGY)
class StoppedChannel implements KafkaFailureHandler.Factory {

    static final String STRATEGY = "stop";

    private record Stop(String channel, BiConsumer<Throwable, Boolean> health)
            implements KafkaFailureHandler {

        @Override
        public <K, V> Uni<Void> handle(
                IncomingKafkaRecord<K, V> record, Throwable failure, Metadata metadata) {
            var named = new IllegalStateException(Persistence.nameOf(failure));
            Log.errorf(
                    "channel %s stops at partition %d, offset %d: %s",
                    channel, record.getPartition(), record.getOffset(), named.getMessage());
            health.accept(named, true);
            return Uni.createFrom().failure(named);
        }
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> health) {
        return new Stop(channel.getChannel(), health);
    }
}
