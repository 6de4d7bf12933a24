package bg.telenor.identity.regix;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the register is asked at the moment. A register that is down does not make this
 * service unready: it takes questions in, and answers them when it can.
 */
@Readiness
@ApplicationScoped
class RegisterHealth implements HealthCheck {

    private final RegisterGuard guard;

    RegisterHealth(RegisterGuard guard) {
        this.guard = guard;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("regix").up().withData("breaker", guard.breaker()).build();
    }
}
