package bg.telenor.identity.regix;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration as it is when only what must be said is said. */
final class TestRegixConfig {

    private TestRegixConfig() {}

    static RegixConfig defaults() {
        var said =
                Map.of(
                        "suite.regix.url", "https://localhost:1",
                        "suite.regix.grounds.CONTRACT_CONCLUSION.service-type", "договор",
                        "suite.regix.grounds.CONTRACT_CONCLUSION.law-reason", "закон");
        return new SmallRyeConfigBuilder()
                .withMapping(RegixConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .withConverter(
                        io.quarkus.runtime.configuration.MemorySize.class,
                        100,
                        new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withConverter(
                        java.time.Duration.class,
                        100,
                        new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(RegixConfig.class);
    }
}
