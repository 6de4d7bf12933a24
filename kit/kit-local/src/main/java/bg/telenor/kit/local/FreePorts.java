package bg.telenor.kit.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports to listen on. They are below the range from which systems give ports to callers: one of
 * those may be taken by any outgoing connection before it is opened.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int END = 30_000;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** A port of the loopback address that nobody listens on. */
    public static int next() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
