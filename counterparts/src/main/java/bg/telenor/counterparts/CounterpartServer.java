package bg.telenor.counterparts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * The port of one counterpart: TLS that asks for a client certificate, and a switch for faults. A
 * counterpart that is down has closed its port; it comes back on the same one.
 */
public final class CounterpartServer implements AutoCloseable {

    /** As many may knock at once as a server of the real size would let. */
    private static final int BACKLOG = 1024;

    static {
        // Head and body of an answer are written apart: the second would wait for the caller's
        // system to acknowledge the first, which takes its time (40 ms).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Counterpart counterpart;
    private final SSLContext tls;
    private final Routes routes = new Routes();
    private final Routes admin = new Routes();
    private final AtomicInteger calls = new AtomicInteger();

    private int port;
    private HttpServer listener;
    private Fault fault = Fault.NONE;

    private CounterpartServer(Counterpart counterpart, int port, TlsFolder tls) {
        this.counterpart = counterpart;
        this.port = port;
        this.tls = tls.context(counterpart.name());
    }

    /**
     * Opens a counterpart on a port, 0 for any, with the certificate of its name, for callers whose
     * certificate is of the folder's authority.
     */
    public static CounterpartServer start(Counterpart counterpart, int port, TlsFolder tls) {
        var server = new CounterpartServer(counterpart, port, tls);
        server.listen();
        counterpart.open(server);
        return server;
    }

    /**
     * Answers a method and path on the counterpart's own port.
     *
     * @param path may name places, such as {@code /things/{id}}
     */
    public void on(String method, String path, Answer.To handler) {
        routes.add(method, path, handler);
    }

    /** Answers a method and path below {@code /admin/<name>} of the admin API. */
    public void admin(String method, String path, Answer.To handler) {
        admin.add(method, path, handler);
    }

    public URI uri() {
        return URI.create("https://localhost:" + port);
    }

    /** How many calls have come in on the counterpart's own port. */
    public int calls() {
        return calls.get();
    }

    public synchronized Fault fault() {
        return fault;
    }

    /** Sets how it fails from now on; {@link Fault#NONE} puts it right. */
    public synchronized void fault(Fault next) {
        fault = next;
        if (next.mode() == Fault.Mode.DOWN) {
            close(listener);
            listener = null;
        } else if (listener == null) {
            listen();
        }
    }

    @Override
    public synchronized void close() {
        counterpart.close();
        close(listener);
        listener = null;
    }

    String name() {
        return counterpart.name();
    }

    Answer administer(HttpExchange exchange, String path) throws IOException {
        return admin.answer(exchange, path, Fault.Mode.NONE);
    }

    private synchronized void listen() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var https = HttpsServer.create(address, BACKLOG);
            https.setHttpsConfigurator(
                    new HttpsConfigurator(tls) {
                        @Override
                        public void configure(HttpsParameters parameters) {
                            var wanted = tls.getDefaultSSLParameters();
                            wanted.setNeedClientAuth(true);
                            parameters.setSSLParameters(wanted);
                        }
                    });
            https.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            https.createContext("/", this::serve);
            https.start();
            port = https.getAddress().getPort();
            listener = https;
        } catch (IOException e) {
            throw new UncheckedIOException(counterpart.name() + " cannot listen on " + port, e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var now = takeFault();
            var path = exchange.getRequestURI().getPath();
            var answer = routes.answer(exchange, path, now.mode());
            switch (now.mode()) {
                case NONE, WRONG_SIGNATURE, DOWN -> send(exchange, answer, answer.body().length);
                case SLOW -> {
                    sleep(now.delay());
                    send(exchange, answer, answer.body().length);
                }
                case GARBAGE -> {
                    var noise = new byte[512];
                    new Random().nextBytes(noise);
                    var garbage = Answer.of(200, answer.contentType(), noise);
                    send(exchange, garbage, noise.length);
                }
                case HALF_ANSWER -> send(exchange, answer, answer.body().length / 2);
            }
        }
    }

    /** The fault for this call; one that is set for some calls only is used up. */
    private synchronized Fault takeFault() {
        var taken = fault;
        if (taken.times() == 1) {
            fault = Fault.NONE;
        } else if (taken.times() > 1) {
            fault = new Fault(taken.mode(), taken.delay(), taken.times() - 1);
        }
        return taken;
    }

    static void send(HttpExchange exchange, Answer answer, int length) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType());
        answer.headers().forEach(headers::set);
        var size = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), size == 0 ? -1 : size);
        if (size > 0) {
            exchange.getResponseBody().write(answer.body(), 0, length);
            exchange.getResponseBody().flush();
        }
    }

    private static void close(HttpServer listener) {
        if (listener != null) {
            listener.stop(0);
        }
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
