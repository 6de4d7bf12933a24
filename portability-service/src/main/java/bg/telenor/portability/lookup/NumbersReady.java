package bg.telenor.portability.lookup;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A replica that has not read the whole topic would answer with old operators. */
@Readiness
class NumbersReady implements HealthCheck {

    private final NumberTopicReader reader;

    NumbersReady(NumberTopicReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("numbers").status(reader.staleness().isPresent()).build();
    }
}
