package bg.telenor.identity.regix;

import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Questions byte by byte as the service sends them, for who asks the register without it. */
public final class Questions {

    private final EntryPoint entryPoint = EntryPoint.of(config(Map.of()));

    public String path() {
        return entryPoint.address().getPath();
    }

    public Map<String, String> headers() {
        return entryPoint.headers();
    }

    public byte[] about(PersonalNumber number, DocumentNumber document) {
        return entryPoint.message(Operation.BDS_V3, question(number, document));
    }

    static RegisterQuestion question(PersonalNumber number, DocumentNumber document) {
        return new RegisterQuestion(
                number,
                document,
                DocumentKind.usualFor(number),
                Purpose.CONTRACT_CONCLUSION,
                UUID.randomUUID(),
                "clerk");
    }

    /** The defaults and what has none; and this. */
    static RegixConfig config(Map<String, String> more) {
        var needed =
                Map.of(
                        "suite.regix.url", "https://localhost:1",
                        "suite.regix.grounds.CONTRACT_CONCLUSION.service-type", "договор",
                        "suite.regix.grounds.CONTRACT_CONCLUSION.law-reason", "закон");
        return new SmallRyeConfigBuilder()
                .withMapping(RegixConfig.class)
                .withSources(new PropertiesConfigSource(needed, "needed", 100))
                .withSources(new PropertiesConfigSource(more, "more", 200))
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Path.class, 100, new PathConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(RegixConfig.class);
    }
}
