package bg.telenor.kit.local.wrong.sleeper;

/** Breaks the rule that nobody sleeps. */
final class Sleeps {

    private Sleeps() {}

    static void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
