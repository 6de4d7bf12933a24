package bg.telenor.portability.message;

/** A message that is answered with an error; what it did so far is rolled back. */
public class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MessageReply.Code code;

    public MessageRefused(MessageReply.Code code) {
        super(code.name());
        this.code = code;
    }

    MessageReply.Code code() {
        return code;
    }
}
