package bg.telenor.identity.webhook;

import bg.telenor.identity.webhook.Sinks.Sink;
import io.quarkus.logging.Log;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One POST to a sink, over a connection to exactly the address that was checked. Of the answer the
 * status line is read and nothing else: no redirect is followed, no body is taken in.
 */
@ApplicationScoped
class SinkCall {

    /** How a call ended. */
    enum Outcome {
        /** Any status 2xx. */
        TAKEN,
        /** Any other status. */
        REFUSED,
        /** No answer, half of one, or none that is HTTP; the sink may have it all the same. */
        UNKNOWN,
        /** The sink lies where nobody is called. */
        NOT_ALLOWED
    }

    private static final String TLS = "webhooks";
    private static final int STATUS_LINE = 256;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-5])[0-9]{2}( .*)?");

    private final WebhookConfig config;
    private final TlsConfigurationRegistry tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SinkCall(WebhookConfig config, TlsConfigurationRegistry tls) {
        this.config = config;
        this.tls = tls;
    }

    /** Never throws for what the other side does; never called within a transaction. */
    Outcome post(Sink sink, String headers, byte[] body) {
        var call = threads.submit(() -> exchange(sink, headers, body));
        try {
            return call.get(config.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A virtual thread that is interrupted at a socket closes it.
            call.cancel(true);
            return Outcome.UNKNOWN;
        } catch (ExecutionException e) {
            Log.warnf(
                    "call back of %s failed: %s",
                    sink.client(), e.getCause().getClass().getSimpleName());
            return Outcome.UNKNOWN;
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Outcome.UNKNOWN;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private Outcome exchange(Sink sink, String headers, byte[] body)
            throws IOException, GeneralSecurityException {
        var addresses = sink.addresses();
        if (addresses.isEmpty()) {
            return Outcome.NOT_ALLOWED;
        }
        try (var plain = connect(sink, addresses);
                var socket = sink.isSecure() ? secured(sink, plain) : plain) {
            var out = socket.getOutputStream();
            out.write(head(sink, headers, body.length).getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            return outcome(statusLine(socket));
        }
    }

    /** To the first address that answers. */
    private Socket connect(Sink sink, Iterable<InetAddress> addresses) throws IOException {
        IOException last = new UnknownHostException();
        for (var address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(
                        new InetSocketAddress(address, sink.port()),
                        millis(config.connectTimeout()));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    /** The certificate is checked against the sink's name, whatever address it has. */
    private Socket secured(Sink sink, Socket plain) throws IOException, GeneralSecurityException {
        var socket =
                (SSLSocket)
                        context()
                                .getSocketFactory()
                                .createSocket(plain, sink.url().getHost(), sink.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Who is trusted: the authorities of the configuration, or else those of the platform. */
    private SSLContext context() throws GeneralSecurityException {
        var configured = tls.get(TLS);
        if (configured.isEmpty()) {
            return SSLContext.getDefault();
        }
        try {
            return configured.get().createSSLContext();
        } catch (GeneralSecurityException e) {
            throw e;
        } catch (Exception e) {
            throw new GeneralSecurityException("TLS of webhooks is not usable", e);
        }
    }

    private static String head(Sink sink, String headers, int length) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(sink.path(), sink.url().getRawAuthority(), headers, length);
    }

    private static String statusLine(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (line.length() == STATUS_LINE) {
                return "";
            }
            line.append((char) read);
        }
        return line.toString().stripTrailing();
    }

    private static Outcome outcome(String statusLine) {
        var status = STATUS.matcher(statusLine);
        if (!status.matches()) {
            return Outcome.UNKNOWN;
        }
        return status.group(1).equals("2") ? Outcome.TAKEN : Outcome.REFUSED;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
