package bg.telenor.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again, for as long as an audience would wait. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {}

    /**
     * @param what is waited for, in words
     * @param shown an answer in words, for the one that was the last when it took too long
     * @throws StepFailed when it does not happen in time
     */
    static <T> T until(
            String what, Supplier<T> look, Predicate<T> done, Function<T, String> shown) {
        var end = Instant.now().plus(LONGEST);
        while (true) {
            var seen = look.get();
            if (done.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(end)) {
                throw new StepFailed(
                        what + " did not happen in time; at last: " + shown.apply(seen));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
