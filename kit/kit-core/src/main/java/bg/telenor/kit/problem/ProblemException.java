package bg.telenor.kit.problem;

/** A refusal that the caller is told of. Its text goes out, so it carries no personal data. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    public ProblemException(ErrorCode code) {
        this(code, null);
    }

    public ProblemException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
