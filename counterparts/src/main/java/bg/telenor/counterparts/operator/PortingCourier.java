package bg.telenor.counterparts.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Brings the operator's messages about one porting to us, in order, until we take them. */
final class PortingCourier {

    private static final System.Logger LOG = System.getLogger(PortingCourier.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 600;

    private final PortingDesk desk;
    private final UUID portingId;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile String state = "NEW";

    PortingCourier(PortingDesk desk, UUID portingId) {
        this.desk = desk;
        this.portingId = portingId;
    }

    /** The last message that came from us. */
    String state() {
        return state;
    }

    void heard(String type) {
        state = type;
    }

    void tell(String type, Map<String, ?> body) {
        tellAt(Instant.MIN, type, body);
    }

    void tellAt(Instant at, String type, Map<String, ?> body) {
        line.execute(() -> bring(at, type, body));
    }

    private void bring(Instant at, String type, Map<String, ?> body) {
        try {
            while (Instant.now().isBefore(at)) {
                Thread.sleep(PAUSE);
            }
            var message = desk.message(portingId, type, body);
            for (int tried = 0; tried < TRIES; tried++) {
                if (isTaken(message)) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is nothing more to do for this message. */
    private boolean isTaken(Map<String, Object> message) throws InterruptedException {
        try {
            var answered = desk.bring(message);
            return isAcknowledged(answered.body()) || isHopeless(answered.body());
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "we cannot be reached: {0}", e.getClass());
            return false;
        }
    }

    private static boolean isAcknowledged(JsonNode reply) {
        return reply.path("status").asText().equals("ACKNOWLEDGED");
    }

    private static boolean isHopeless(JsonNode reply) {
        return switch (reply.path("code").asText()) {
            case "MALFORMED", "UNKNOWN_TYPE", "UNSUPPORTED_VERSION" -> true;
            default -> false;
        };
    }
}
