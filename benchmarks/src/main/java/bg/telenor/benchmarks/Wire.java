package bg.telenor.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.SocketFactory;

/**
 * A client that keeps its connections and does nothing else: on a machine that also runs the other
 * side, what the client costs is measured too.
 */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    /** What came back. */
    record Reply(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private record Connection(Socket socket, InputStream in) {}

    private final SocketFactory sockets;
    private final String host;
    private final int port;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    Wire(SocketFactory sockets, String host, int port) {
        this.sockets = sockets;
        this.host = host;
        this.port = port;
    }

    /**
     * @param lines method and path, then headers, each ended by a line break
     */
    Reply send(String lines, byte[] body) throws IOException {
        var head = lines + "Host: " + host + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        var start = head.getBytes(StandardCharsets.UTF_8);
        var request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return send(request);
    }

    private Reply send(byte[] request) throws IOException {
        var kept = idle.pollFirst();
        if (kept != null) {
            try {
                return exchange(kept, request);
            } catch (Closed e) {
                kept.socket().close();
            }
        }
        return exchange(open(), request);
    }

    /** A kept connection that the other side has ended meanwhile: nothing was answered on it. */
    private static final class Closed extends IOException {

        private static final long serialVersionUID = 1L;

        Closed(IOException cause) {
            super(cause);
        }
    }

    private Connection open() throws IOException {
        var socket = sockets.createSocket(host, port);
        socket.setTcpNoDelay(true);
        return new Connection(socket, new BufferedInputStream(socket.getInputStream(), BUFFER));
    }

    private Reply exchange(Connection connection, byte[] request) throws IOException {
        String status;
        try {
            connection.socket().getOutputStream().write(request);
            status = line(connection.in());
        } catch (IOException e) {
            throw new Closed(e);
        }
        int length = 0;
        boolean ends = false;
        for (var header = line(connection.in());
                !header.isEmpty();
                header = line(connection.in())) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("an answer in chunks is not read here");
            } else if (lower.startsWith("connection:") && lower.endsWith("close")) {
                ends = true;
            }
        }
        var body = new byte[length];
        if (connection.in().readNBytes(body, 0, length) < length) {
            throw new EOFException("half an answer");
        }
        if (ends) {
            connection.socket().close();
        } else {
            idle.addFirst(connection);
        }
        return new Reply(Integer.parseInt(status, 9, 12, 10), body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the other side has gone");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.socket().close();
        }
    }
}
