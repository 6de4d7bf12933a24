package bg.telenor.identity.deferred;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the register can bring answers. Where it cannot they are looked for: always up. */
@Readiness
@ApplicationScoped
class CallbackHealth implements HealthCheck {

    private final CallbackServer server;

    CallbackHealth(CallbackServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("regix-callback")
                .up()
                .withData("open", server.isOpen())
                .build();
    }
}
