package bg.telenor.kit.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;

/**
 * A record on its way to Kafka.
 *
 * @param key or null when a dead letter had none
 * @param payload or null for a tombstone
 */
record OutboxRow(
        String topic, String key, String payload, Map<String, String> headers, Instant createdAt) {

    /**
     * How many locks there are for all keys: few enough for one transaction to take them all
     * without filling PostgreSQL's lock table, and so many that strangers seldom share one.
     */
    private static final int LOCKS = 2048;

    OutboxRow {
        headers = Map.copyOf(headers);
    }

    /** The lock under which records of this topic and key are written. */
    int lock() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((topic + '\0' + key).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(ByteBuffer.wrap(digest).getInt(), LOCKS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
