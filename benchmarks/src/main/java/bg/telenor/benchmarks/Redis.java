package bg.telenor.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;

/** Redis with the same numbers, for comparison: in memory alone, on loopback, pipelined. */
final class Redis implements AutoCloseable {

    private static final Path SERVER = Path.of("/usr/bin/redis-server");
    private static final int PER_COMMAND = 1_000;
    private static final int BUFFER = 64 * 1024;

    private record Connection(Socket socket, InputStream in) {}

    private final Process process;
    private final int port;
    private final int known;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private Redis(Process process, int port, int known) {
        this.process = process;
        this.port = port;
        this.known = known;
    }

    /** Whether it is installed. */
    static boolean isThere() {
        return Files.isExecutable(SERVER);
    }

    /** Starts it and fills it with the first numbers. */
    static Redis start(int port, int numbers) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                SERVER.toString(),
                                "--port",
                                Integer.toString(port),
                                "--bind",
                                "127.0.0.1",
                                "--save",
                                "",
                                "--appendonly",
                                "no",
                                "--daemonize",
                                "no")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var redis = new Redis(process, port, numbers);
        redis.awaitStart();
        redis.fill();
        return redis;
    }

    /** So many numbers in pipelined commands of a thousand, wherever they begin. */
    List<Answer> many(int count) throws IOException {
        int first = ThreadLocalRandom.current().nextInt(known - count);
        var commands = new StringBuilder(count * 22);
        for (int from = first; from < first + count; from += PER_COMMAND) {
            commands.append('*').append(PER_COMMAND + 1).append("\r\n$4\r\nMGET\r\n");
            for (int n = from; n < from + PER_COMMAND; n++) {
                commands.append("$13\r\n").append(Numbers.number(n)).append("\r\n");
            }
        }
        var connection = take();
        connection.socket().getOutputStream().write(bytes(commands));
        var answers = new ArrayList<Answer>(count);
        for (int command = 0; command < count / PER_COMMAND; command++) {
            if (length(connection.in(), '*') != PER_COMMAND) {
                throw new IOException("another number of values");
            }
            for (int i = 0; i < PER_COMMAND; i++) {
                answers.add(answer(connection.in()));
            }
        }
        idle.addFirst(connection);
        return answers;
    }

    private static Answer answer(InputStream in) throws IOException {
        int length = length(in, '$');
        var text = new String(in.readNBytes(length + 2), 0, length, StandardCharsets.ISO_8859_1);
        int one = text.indexOf(' ');
        int two = text.indexOf(' ', one + 1);
        int three = text.indexOf(' ', two + 1);
        return new Answer(
                text.substring(0, one),
                text.substring(one + 1, two),
                text.substring(two + 1, three),
                text.substring(three + 1));
    }

    private static int length(InputStream in, char kind) throws IOException {
        if (in.read() != kind) {
            throw new IOException("another answer than expected");
        }
        int length = 0;
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < '0' || next > '9') {
                throw new EOFException("no length");
            }
            length = length * 10 + next - '0';
        }
        in.read();
        return length;
    }

    private void fill() throws IOException {
        var connection = take();
        for (int from = 0; from < known; from += PER_COMMAND) {
            var command = new StringBuilder();
            command.append('*').append(2 * PER_COMMAND + 1).append("\r\n$4\r\nMSET\r\n");
            for (int n = from; n < from + PER_COMMAND; n++) {
                var value =
                        Numbers.OPERATOR
                                + ' '
                                + Numbers.BLOCK
                                + ' '
                                + Numbers.ROUTE
                                + ' '
                                + Numbers.since(n);
                command.append("$13\r\n").append(Numbers.number(n)).append("\r\n$");
                command.append(value.length()).append("\r\n").append(value).append("\r\n");
            }
            connection.socket().getOutputStream().write(bytes(command));
            if (!new String(connection.in().readNBytes(5), StandardCharsets.ISO_8859_1)
                    .equals("+OK\r\n")) {
                throw new IOException("redis does not take numbers");
            }
        }
        idle.addFirst(connection);
    }

    private Connection take() throws IOException {
        var kept = idle.pollFirst();
        if (kept != null) {
            return kept;
        }
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return new Connection(socket, new BufferedInputStream(socket.getInputStream(), BUFFER));
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int left = 100; ; left--) {
            try {
                idle.addFirst(take());
                return;
            } catch (IOException e) {
                if (left == 0 || !process.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.socket().close();
        }
        process.destroy();
    }
}
