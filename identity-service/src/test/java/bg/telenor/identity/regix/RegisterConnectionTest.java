package bg.telenor.identity.regix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.local.LocalTls;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the connection is not made with. */
class RegisterConnectionTest {

    private static final int TLS_1_1 = 0x0302;
    private static final int TLS_1_2 = 0x0303;

    @TempDir static Path folder;

    private static HttpClient client;

    @BeforeAll
    static void connect() {
        LocalTls.write(folder, Instant.now());
        client =
                RegisterConnection.client(
                        new TlsFolder(folder).context("identity-service"),
                        List.of("TLSv1.3", "TLSv1.2"),
                        Duration.ofSeconds(5));
    }

    @Test
    void talksToTheHostOfTheCertificate() throws Exception {
        var server = serve("127.0.0.1");

        var answer = client.send(request("https", server.getAddress()), BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(404);
        server.stop(0);
    }

    @Test
    void refusesAnotherHostsCertificate() throws Exception {
        var server = serve("127.0.0.2");

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(
                        () ->
                                client.send(
                                        request("https", server.getAddress()),
                                        BodyHandlers.discarding()))
                .withMessageContaining("127.0.0.2");
        server.stop(0);
    }

    @Test
    void refusesAServerThatKnowsOnlyTls11() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
            var answered = CompletableFuture.runAsync(() -> answerWith(TLS_1_1, server));

            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(
                            () -> client.send(request("https", address), BodyHandlers.discarding()))
                    .withMessageContaining("TLS11");
            answered.get();
        }
    }

    /** Reads the client's hello, says a version in ours, and waits until the client goes. */
    private static void answerWith(int version, ServerSocket server) {
        try (Socket socket = server.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            record(in);
            socket.getOutputStream().write(hello(version));
            in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void record(DataInputStream in) throws IOException {
        in.skipNBytes(3);
        in.skipNBytes(in.readUnsignedShort());
    }

    /** A server's hello: a version, no session, a cipher of then, no compression. */
    private static byte[] hello(int version) {
        var hello = ByteBuffer.allocate(2 + 32 + 1 + 2 + 1);
        hello.putShort((short) version).position(34);
        hello.put((byte) 0).put(HexFormat.of().parseHex("c013")).put((byte) 0);
        var record = ByteBuffer.allocate(9 + hello.capacity());
        record.put((byte) 22).putShort((short) TLS_1_2).putShort((short) (4 + hello.capacity()));
        record.putInt((2 << 24) | hello.capacity());
        return record.put(hello.array()).array();
    }

    private static HttpsServer serve(String host) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(host, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(new TlsFolder(folder).context("regix")));
        server.start();
        return server;
    }

    private static HttpRequest request(String scheme, InetSocketAddress address) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "%s://%s:%d/"
                                        .formatted(
                                                scheme,
                                                address.getAddress().getHostAddress(),
                                                address.getPort())))
                .build();
    }
}
