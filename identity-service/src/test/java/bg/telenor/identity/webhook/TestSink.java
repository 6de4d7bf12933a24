package bg.telenor.identity.webhook;

import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.local.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client's address, over real TLS, that answers as it is told, also in ways that are no HTTP. */
final class TestSink implements AutoCloseable {

    /** How it answers. */
    enum Mode {
        OK("HTTP/1.1 204 No Content\r\n\r\n"),
        FAILS("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
        REDIRECTS("HTTP/1.1 307 Elsewhere\r\nLocation: https://localhost:%d/else\r\n\r\n"),
        TALKS_GARBAGE("SSH-2.0-OpenSSH_9.6\r\n"),
        ENDS_EARLY("HTTP/1.1 2"),
        NEVER_ENDS(null),
        CUTS_OFF(""),
        REFUSES_TLS("");

        private final String answer;

        Mode(String answer) {
            this.answer = answer;
        }
    }

    /** What arrived. */
    record Call(String path, Map<String, String> headers, byte[] body) {

        JsonNode event() {
            try {
                return new JsonMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isAbout(UUID reference) {
            return event().path("subject").asText().equals(reference.toString());
        }
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Thread accepting;
    private volatile Mode mode;

    TestSink(int port, Mode mode) {
        this.mode = mode;
        try {
            this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.accepting = Thread.ofVirtual().start(this::accept);
    }

    void mode(Mode mode) {
        this.mode = mode;
    }

    List<Call> about(UUID reference) {
        return calls.stream().filter(call -> call.isAbout(reference)).toList();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The port is free when this returns, which it is not before nobody accepts at it any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            accepting.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        var now = mode;
        try (plain) {
            if (now == Mode.REFUSES_TLS) {
                return;
            }
            var tls = new TlsFolder(Suite.tls()).context("a1").getSocketFactory();
            try (var socket = tls.createSocket(plain, null, true)) {
                calls.add(read(socket.getInputStream()));
                if (now.answer == null) {
                    closed.await(20, TimeUnit.SECONDS);
                    return;
                }
                socket.getOutputStream()
                        .write(
                                String.format(Locale.ROOT, now.answer, server.getLocalPort())
                                        .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The caller went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Call read(InputStream in) throws IOException {
        var path = line(in).replaceAll("POST (.*) HTTP/1.1", "$1");
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Call(
                path, headers, in.readNBytes(Integer.parseInt(headers.get("Content-Length"))));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
