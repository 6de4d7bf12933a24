package bg.telenor.identity;

import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** The suite's surroundings, and a port kept free for the register that {@link Register} opens. */
public class IdentityTestResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "identity.test.register.port";

    private final SuiteTestResource suite = new SuiteTestResource();

    @Override
    public Map<String, String> start() {
        suite.init(Map.of("db", "identity"));
        var settings = new HashMap<>(suite.start());
        settings.put("REGIX_URL", "https://localhost:" + freePort());
        settings.put("suite.regix.deadline", "2S");
        settings.put("suite.regix.connect-timeout", "1S");
        settings.put("suite.references.first-back-off", "0.2S");
        settings.put("suite.references.longest-back-off", "1S");
        return settings;
    }

    @Override
    public void stop() {
        suite.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
