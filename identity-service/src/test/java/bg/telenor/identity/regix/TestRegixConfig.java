package bg.telenor.identity.regix;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The configuration as it is when only what must be said is said. */
final class TestRegixConfig {

    private TestRegixConfig() {}

    static RegixConfig defaults() {
        return with(Map.of());
    }

    /** The defaults, and this. */
    static RegixConfig with(Map<String, String> more) {
        var said =
                new HashMap<>(
                        Map.of(
                                "suite.regix.url", "https://localhost:1",
                                "suite.regix.grounds.CONTRACT_CONCLUSION.service-type", "договор",
                                "suite.regix.grounds.CONTRACT_CONCLUSION.law-reason", "закон"));
        said.putAll(more);
        return of(said);
    }

    static RegixConfig of(Map<String, String> said) {
        return new SmallRyeConfigBuilder()
                .withMapping(RegixConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Path.class, 100, new PathConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(RegixConfig.class);
    }
}
