package bg.telenor.debtcheck.obligation;

/** A line that is not taken; the others are. Carries a code and nothing of the line. */
final class LineRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final LineError code;

    LineRefused(LineError code) {
        super(code.name());
        this.code = code;
    }

    LineError code() {
        return code;
    }
}
