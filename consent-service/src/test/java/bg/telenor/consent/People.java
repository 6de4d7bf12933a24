package bg.telenor.consent;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import java.util.concurrent.atomic.AtomicInteger;

/** Invented people of the 19th century, and numbers by rule, each new to the running tests. */
public final class People {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private People() {}

    public static Egn someone() {
        int next = NEXT.incrementAndGet();
        var firstNine =
                "%02d%02d%02d%03d"
                        .formatted(next / 1000 % 100, 21 + next % 12, 1 + next % 28, next % 1000);
        return new Egn(firstNine + Egn.checkDigit(firstNine));
    }

    public static Msisdn number() {
        return new Msisdn("+35988800%04d".formatted(NEXT.incrementAndGet() % 10000));
    }
}
