package bg.telenor.kit.problem;

/** One way in which a request ends badly. Codes are API: add, never rename. */
public interface ErrorCode {

    /** The stable code, an enum constant's name. */
    String name();

    /** The HTTP status, 400 to 599. */
    int status();

    /** What it means, in one sentence without values. */
    String message();
}
