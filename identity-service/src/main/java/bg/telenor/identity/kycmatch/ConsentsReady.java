package bg.telenor.identity.kycmatch;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A replica that has not read the whole topic would miss consents, and withdrawals. */
@Readiness
class ConsentsReady implements HealthCheck {

    private final KycConsents consents;

    ConsentsReady(KycConsents consents) {
        this.consents = consents;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consents").status(consents.areKnown()).build();
    }
}
