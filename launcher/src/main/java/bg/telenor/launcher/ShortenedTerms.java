package bg.telenor.launcher;

import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The terms that profile {@code demo} shortens, from the services' own configuration. */
final class ShortenedTerms {

    private static final String PROFILE = "%demo.";

    private ShortenedTerms() {}

    /** A line each, such as {@code portability-service: suite.portability.windows.lead=PT1S}. */
    static List<String> of(Place place) {
        var terms = new ArrayList<String>();
        for (var service : SuiteService.values()) {
            var file =
                    place.repository()
                            .resolve(service.serviceName())
                            .resolve("src/main/resources/application.properties");
            try {
                for (var line : Files.readAllLines(file)) {
                    if (line.startsWith(PROFILE)) {
                        terms.add(service.serviceName() + ": " + line.substring(PROFILE.length()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return terms;
    }
}
