package bg.telenor.identity.regix;

import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A way into RegiX: how a question is put into a message, and what is around a result. The argument
 * within, the data and their meaning are the same at both.
 */
sealed interface EntryPoint permits EntryPointV1, EntryPointV2 {

    static EntryPoint of(RegixConfig config) {
        return switch (config.entryPoint()) {
            case V1 -> new EntryPointV1(config);
            case V2_BASIC -> new EntryPointV2(config);
        };
    }

    URI address();

    /** What a message is sent with. */
    Map<String, String> headers();

    /**
     * The message that asks.
     *
     * @throws IllegalArgumentException when the question must not be asked
     */
    byte[] message(Operation operation, RegisterQuestion question);

    /** Whether an answer of this status and media type holds a message: a result, or a fault. */
    boolean holdsMessage(int status, String type);

    /** The code of a fault, with or without prefix, if the body is one. */
    Optional<String> faultCode(Element body) throws Unreadable;

    /** The element that the data and their signatures are in. */
    Element result(Element body) throws Unreadable;
}
