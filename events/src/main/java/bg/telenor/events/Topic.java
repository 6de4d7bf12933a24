package bg.telenor.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The topics, with what a broker must know of each. A Kafka key is personal data too, so every
 * topic has a finite life. Partitions are never changed: a change is a new topic.
 */
public enum Topic {
    INTAKE(Duration.ofDays(30)),
    IDENTITY(Duration.ofDays(30)),
    HOLDINGS(Duration.ofDays(30)),
    DEBT(Duration.ofDays(30)),
    PORTING(Duration.ofDays(30)),
    NUMBERS(null),
    PAYMENT(Duration.ofDays(30)),
    CONSENT(null),
    RIGHTS(Duration.ofDays(90)),
    RIGHTS_ANSWERS(Duration.ofDays(14)),
    NOTICES(Duration.ofDays(14));

    public static final int PARTITIONS = 12;

    /** How long a parked event waits for its replay. */
    public static final Duration DEAD_LETTER_LIFE = Duration.ofDays(14);

    private final Duration life;

    Topic(Duration life) {
        this.life = life;
    }

    /** The topic of a name on the broker; empty for a dead-letter topic. */
    public static Optional<Topic> of(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName().equals(topicName))
                .findFirst();
    }

    /** The name on the broker, such as {@code rights-answers}. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where events that a consumer could not handle wait. */
    public String deadLetterName() {
        return topicName() + "-dlq";
    }

    /** The services that may write here, by their names; the broker refuses all others. */
    public Set<String> writers() {
        return switch (this) {
            case INTAKE, RIGHTS_ANSWERS, NOTICES ->
                    Set.of(
                            "identity-service",
                            "portability-service",
                            "debt-check-service",
                            "pay-with-telenor-service",
                            "consent-service");
            case IDENTITY -> Set.of("identity-service");
            case PORTING, NUMBERS -> Set.of("portability-service");
            case DEBT -> Set.of("debt-check-service");
            case PAYMENT -> Set.of("pay-with-telenor-service");
            case HOLDINGS, CONSENT, RIGHTS -> Set.of("consent-service");
        };
    }

    public boolean compacted() {
        return life == null;
    }

    /** How long a record may be read; for a compacted topic, how long an old one may linger. */
    public Duration life() {
        return compacted() ? Duration.ofDays(7) : life;
    }

    /** The broker's settings for this topic. */
    public Map<String, String> settings() {
        return compacted()
                ? Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", millis(Duration.ofHours(6)),
                        "max.compaction.lag.ms", millis(Duration.ofHours(24)),
                        "delete.retention.ms", millis(Duration.ofDays(7)))
                : Map.of("cleanup.policy", "delete", "retention.ms", millis(life));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
