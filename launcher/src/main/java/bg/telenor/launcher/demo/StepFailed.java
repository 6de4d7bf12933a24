package bg.telenor.launcher.demo;

/** A step of the demo did not come to what it should; the message says to what it came. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailed(String why) {
        super(why);
    }

    /** Fails unless it is so. */
    static void unless(boolean so, String why) {
        if (!so) {
            throw new StepFailed(why);
        }
    }
}
