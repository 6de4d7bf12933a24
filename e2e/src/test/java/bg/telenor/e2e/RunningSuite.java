package bg.telenor.e2e;

import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.SuiteRun;
import bg.telenor.launcher.SuiteRun.AotCaches;
import bg.telenor.launcher.oidc.Tokens;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Progress;
import java.nio.file.Path;
import java.util.Map;

/** The whole suite, started once for all tests of this JVM and stopped at its end. */
final class RunningSuite {

    /** Away from the suite that a developer may have running. */
    private static final String BASE = System.getProperty("suite.e2e.base", "18080");

    private static RunningSuite running;

    final Place place;
    final Tokens tokens;
    final SuiteRun run;

    private RunningSuite() {
        place = Place.of(Path.of(".."), BASE);
        run = new SuiteRun(place, "demo,local", AotCaches.ONLY_READ, new Progress());
        run.start();
        // After the start, which makes the secrets.
        tokens = new Tokens(place);
    }

    static synchronized RunningSuite get() {
        if (running == null) {
            running = new RunningSuite();
        }
        return running;
    }

    /** Stops what {@link #get} started. */
    static synchronized void close() {
        if (running != null) {
            running.run.close();
            running = null;
        }
    }

    /** Starts what a test that failed left dead, so that it fails alone. */
    void revive() {
        for (var service : SuiteService.values()) {
            if (!run.isRunning(service)) {
                run.restart(service, Map.of());
            }
        }
    }

    /** Speaks to a service with a role's own token. */
    Http as(String role, SuiteService service) {
        return new Http(place.ports().http(service), tokens.of(role));
    }

    /** Speaks to a service without a token. */
    Http stranger(SuiteService service) {
        return new Http(place.ports().http(service), null);
    }

    /** All that was said on a topic. */
    Events events(String topic) {
        return new Events(place.ports().kafka(), topic);
    }

    /** The counterparts' admin API. */
    Http admin() {
        return new Http(place.ports().counterpartsAdmin(), null);
    }
}
