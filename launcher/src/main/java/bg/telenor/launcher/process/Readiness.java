package bg.telenor.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a child of the suite answers, or says which one does not and where its log is. */
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 150;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Place place;

    public Readiness(Place place) {
        this.place = place;
    }

    public void awaitOk(Child child, String address) {
        await(child, () -> answersOk(address));
    }

    public void awaitPort(Child child, int port) {
        await(child, () -> listens(port));
    }

    public void await(Child child, BooleanSupplier ready) {
        var end = Instant.now().plus(PATIENCE);
        while (!ready.getAsBoolean()) {
            if (!child.isAlive()) {
                throw new IllegalStateException(child.name() + " ended; see " + log(child));
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(child.name() + " is not ready; see " + log(child));
            }
            pause();
        }
    }

    public boolean answersOk(String address) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    public static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String log(Child child) {
        return place.repository().relativize(place.log(child.name())).toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
