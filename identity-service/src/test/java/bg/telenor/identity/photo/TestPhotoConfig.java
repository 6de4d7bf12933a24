package bg.telenor.identity.photo;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The feature's configuration without a service around it. */
final class TestPhotoConfig {

    private TestPhotoConfig() {}

    static PhotoConfig defaults() {
        return of(Map.of());
    }

    /** The defaults, but for one property. */
    static PhotoConfig with(String property, String value) {
        return of(Map.of(property, value));
    }

    private static PhotoConfig of(Map<String, String> said) {
        return new SmallRyeConfigBuilder()
                .withMapping(PhotoConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(PhotoConfig.class);
    }
}
