package bg.telenor.counterparts.notifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What a service wants sent, as it hands it out. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Message(UUID id, String channel, String address, String language, String text) {}
