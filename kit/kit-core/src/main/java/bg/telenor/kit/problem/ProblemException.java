package bg.telenor.kit.problem;

import java.time.Duration;
import java.util.Optional;

/** A refusal that the caller is told of. Its text goes out, so it carries no personal data. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Duration retryAfter;

    public ProblemException(ErrorCode code) {
        this(code, null, null);
    }

    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /** A refusal that lasts for a while. */
    public ProblemException(ErrorCode code, Duration retryAfter) {
        this(code, null, retryAfter);
    }

    private ProblemException(ErrorCode code, String detail, Duration retryAfter) {
        super(detail);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    /** When it is worth trying again, where that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
