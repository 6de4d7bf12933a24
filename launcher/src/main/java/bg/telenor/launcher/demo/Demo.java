package bg.telenor.launcher.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A customer walks into a shop: the main job of the suite, over its public APIs. */
public final class Demo {

    private static final List<Step> STEPS =
            List.of(
                    new ConfirmIdentity(),
                    new CheckDebts(),
                    new BringNumber(),
                    new BuyAndRefund(),
                    new ExerciseRights());

    private final Shop shop;
    private final Narrator narrator = new Narrator();

    /**
     * @param base the suite's first port
     * @param tokens an access token for a role
     */
    public Demo(int base, UnaryOperator<String> tokens) {
        shop = new Shop(base, tokens, narrator);
    }

    /** Runs all steps, each even if another failed, and says how many passed. */
    public boolean run() {
        var customer = Customer.walksIn();
        var passed = 0;
        var before = new HearFromBilling();
        if (attempt(before.title(), () -> before.run(shop, customer))) {
            for (int i = 0; i < STEPS.size(); i++) {
                var step = STEPS.get(i);
                var title = "step " + (i + 1) + " of " + STEPS.size() + ", " + step.title();
                passed += attempt(title, () -> step.run(shop, customer)) ? 1 : 0;
            }
        }
        narrator.say("demo: " + passed + " of " + STEPS.size() + " steps passed");
        return passed == STEPS.size();
    }

    private boolean attempt(String title, Runnable work) {
        narrator.say(title);
        var start = Instant.now();
        try {
            work.run();
            narrator.passed(Duration.between(start, Instant.now()));
            return true;
        } catch (StepFailed | IllegalStateException | UncheckedIOException e) {
            narrator.failed(e.getMessage());
            return false;
        }
    }
}
