package bg.telenor.portability.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The synchronous answer to a message: that it was taken, not what comes of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        examples =
                """
                {"messageId":"4be0643f-1d98-473b-97cd-ca98a65347dd","status":"ACKNOWLEDGED"}\
                """)
public record MessageReply(UUID messageId, Status status, Code code) {

    /** Whether the message was taken. */
    @Schema(name = "MessageStatus")
    public enum Status {
        ACKNOWLEDGED,
        ERROR
    }

    /** Why it was not. */
    @Schema(name = "MessageErrorCode")
    public enum Code {
        UNKNOWN_TYPE,
        UNSUPPORTED_VERSION,
        UNKNOWN_PORTING,
        NOT_ALLOWED_NOW,
        MALFORMED;

        /** Whether the same message may be taken later: when another that it builds on has come. */
        boolean mayPass() {
            return switch (this) {
                case UNKNOWN_PORTING, NOT_ALLOWED_NOW -> true;
                case UNKNOWN_TYPE, UNSUPPORTED_VERSION, MALFORMED -> false;
            };
        }
    }

    static MessageReply acknowledged(UUID messageId) {
        return new MessageReply(messageId, Status.ACKNOWLEDGED, null);
    }

    static MessageReply error(UUID messageId, Code code) {
        return new MessageReply(messageId, Status.ERROR, code);
    }
}
