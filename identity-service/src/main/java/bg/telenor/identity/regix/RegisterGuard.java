package bg.telenor.identity.regix;

import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Forgotten;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.NoData;
import bg.telenor.identity.domain.RegisterAnswer.NotReady;
import bg.telenor.identity.domain.RegisterAnswer.NotSent;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Stands before the register: a limit on inquiries that wait for it at once, and a circuit breaker
 * that leaves it alone while it gives no answers. What is held back here was not sent, and is asked
 * again later like all that was not.
 */
@ApplicationScoped
class RegisterGuard {

    private static final String NAME = "regix";

    /** No answer that decides anything, as the breaker counts it. */
    private static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RegisterAnswer instead;

        private NoAnswer(RegisterAnswer instead) {
            super(null, null, false, false);
            this.instead = instead;
        }
    }

    private final TypedGuard<RegisterAnswer> guard;
    private final CircuitBreakerMaintenance breakers;

    RegisterGuard(RegixConfig config, CircuitBreakerMaintenance breakers) {
        this.breakers = breakers;
        this.guard =
                TypedGuard.create(RegisterAnswer.class)
                        .withDescription(NAME)
                        .withBulkhead()
                        .limit(config.atOnce())
                        .done()
                        .withCircuitBreaker()
                        .name(NAME)
                        .requestVolumeThreshold(config.breaker().inquiries())
                        .failureRatio(config.breaker().failures())
                        .delay(config.breaker().pause().toMillis(), ChronoUnit.MILLIS)
                        .failOn(NoAnswer.class)
                        .done()
                        .withFallback()
                        .handler(RegisterGuard::instead)
                        .applyOn(
                                List.of(
                                        NoAnswer.class,
                                        BulkheadException.class,
                                        CircuitBreakerOpenException.class))
                        .done()
                        .build();
    }

    /** The inquiry's answer, or {@link NotSent} when it was not let through. */
    RegisterAnswer ask(Supplier<RegisterAnswer> inquiry) {
        return guard.get(() -> counted(inquiry.get()));
    }

    /** Such as {@code CLOSED} while the register is asked. */
    String breaker() {
        return breakers.currentState(NAME).name();
    }

    private static RegisterAnswer counted(RegisterAnswer answer) {
        return switch (answer) {
            case Found found -> found;
            case NoData none -> none;
            // It is up, and minds how it is asked.
            case RegisterRefused refused -> refused;
            case NotReady notReady -> notReady;
            case Forgotten forgotten -> forgotten;
            case NotSent notSent -> throw new NoAnswer(notSent);
            case Unknown unknown -> throw new NoAnswer(unknown);
            case Garbled garbled -> throw new NoAnswer(garbled);
            case Untrusted untrusted -> throw new NoAnswer(untrusted);
        };
    }

    private static RegisterAnswer instead(Throwable cause) {
        return cause instanceof NoAnswer none ? none.instead : new NotSent();
    }
}
