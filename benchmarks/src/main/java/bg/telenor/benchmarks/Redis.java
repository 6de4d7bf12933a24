package bg.telenor.benchmarks;

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
    private static final int BUFFER = 256 * 1024;

    /** More than this of an answer is there whenever a number is read: a value follows it. */
    private static final int LONGEST_NUMBER = 12;

    private static final String DONE = "+OK\r\n";

    private static final byte[] KEY = bytes("$13\r\n");
    private static final byte[] MGET = bytes("*" + (PER_COMMAND + 1) + "\r\n$4\r\nMGET\r\n");

    /** A connection, and what has come on it and is not read yet. */
    private static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private final Codes codes = new Codes();
        private int at;
        private int end;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
        }

        void write(StringBuilder text) throws IOException {
            var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(bytes);
        }

        /** Reads on until so many bytes are there. */
        void await(int bytes) throws IOException {
            if (end - at < bytes) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                end -= at;
                at = 0;
            }
            while (end - at < bytes) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    throw new EOFException("redis has gone");
                }
                end += read;
            }
        }

        /** A line that begins with a sign, and says a number. */
        int number(char sign) throws IOException {
            await(LONGEST_NUMBER);
            if (buffer[at++] != sign) {
                throw new IOException("another answer than expected");
            }
            int number = 0;
            for (byte next = buffer[at++]; next != '\r'; next = buffer[at++]) {
                number = number * 10 + next - '0';
            }
            at++;
            return number;
        }

        /** A text of so many bytes, and the end of its line. */
        Answer answer(int length) throws IOException {
            await(length + 2);
            int one = after(at);
            int two = after(one + 1);
            int three = after(two + 1);
            var answer =
                    new Answer(
                            codes.of(buffer, at, one),
                            codes.of(buffer, one + 1, two),
                            codes.of(buffer, two + 1, three),
                            text(three + 1, at + length));
            at += length + 2;
            return answer;
        }

        private int after(int from) {
            int blank = from;
            while (buffer[blank] != ' ') {
                blank++;
            }
            return blank;
        }

        private String text(int from, int until) {
            return new String(buffer, from, until - from, StandardCharsets.ISO_8859_1);
        }
    }

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
        var commands = new byte[count / PER_COMMAND * (MGET.length + PER_COMMAND * 20)];
        int at = 0;
        for (int from = first; from < first + count; from += PER_COMMAND) {
            at = add(MGET, commands, at);
            for (int n = from; n < from + PER_COMMAND; n++) {
                at = Numbers.write(n, commands, add(KEY, commands, at));
                commands[at++] = '\r';
                commands[at++] = '\n';
            }
        }
        var connection = take();
        connection.socket.getOutputStream().write(commands);
        var answers = new ArrayList<Answer>(count);
        for (int command = 0; command < count / PER_COMMAND; command++) {
            if (connection.number('*') != PER_COMMAND) {
                throw new IOException("another number of values");
            }
            for (int i = 0; i < PER_COMMAND; i++) {
                answers.add(connection.answer(connection.number('$')));
            }
        }
        idle.addFirst(connection);
        return answers;
    }

    private static int add(byte[] text, byte[] target, int at) {
        System.arraycopy(text, 0, target, at, text.length);
        return at + text.length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
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
            connection.write(command);
            connection.await(DONE.length());
            if (!connection.text(connection.at, connection.at + DONE.length()).equals(DONE)) {
                throw new IOException("redis does not take numbers");
            }
            connection.at += DONE.length();
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
        return new Connection(socket);
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

    @Override
    public void close() throws IOException {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.socket.close();
        }
        process.destroy();
    }
}
