package bg.telenor.identity.deferred;

import bg.telenor.identity.regix.RegixCalls;
import bg.telenor.identity.regix.RegixConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * The port at which the register brings answers, when one is configured: over mutual TLS with its
 * own trust, and for the named certificates alone. It is not a part of the API: tokens are not
 * looked at here, and what is here cannot be reached there.
 */
@ApplicationScoped
@Startup
class CallbackServer {

    private static final String TLS = "regix-callback";
    private static final int LONGEST_LINE = 1024;
    private static final int LONGEST_HEADERS = 8192;
    private static final long START_SECONDS = 20;

    private final CallbackConfig config;
    private final RegixConfig regix;
    private final RegixCalls calls;
    private final CallbackTaker taker;
    private final TlsConfigurationRegistry tls;
    private final MeterRegistry metrics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Vertx vertx;
    private HttpServer server;

    CallbackServer(
            CallbackConfig config,
            RegixConfig regix,
            RegixCalls calls,
            CallbackTaker taker,
            TlsConfigurationRegistry tls,
            MeterRegistry metrics) {
        this.config = config;
        this.regix = regix;
        this.calls = calls;
        this.taker = taker;
        this.tls = tls;
        this.metrics = metrics;
    }

    @PostConstruct
    void open() {
        regix.callbackUrl().ifPresent(CallbackServer::refusePlain);
        config.port().ifPresent(this::open);
    }

    @PreDestroy
    void close() throws Exception {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    /** Whether answers can be brought here. */
    boolean isOpen() {
        return server != null;
    }

    /** Certificates are taken over without restart, as the registry reads them anew. */
    void renew(@Observes CertificateUpdatedEvent event) {
        if (server != null && TLS.equals(event.name())) {
            server.updateSSLOptions(event.tlsConfiguration().getSSLOptions())
                    .onFailure(
                            e -> Log.errorf("quarkus.tls.%s is not usable: %s", TLS, e.getClass()));
        }
    }

    private void open(int port) {
        var clients = clients(config);
        var places = new Semaphore(config.atOnce());
        vertx = ownEventLoop();
        var opening = vertx.createHttpServer(options(port));
        opening.requestHandler(
                request ->
                        new CallbackExchange(
                                        request,
                                        new CallbackExchange.Terms(
                                                config.path(),
                                                calls.callbackAction(),
                                                clients,
                                                regix.maxAnswer().asLongValue(),
                                                config.deadline()),
                                        taker,
                                        places,
                                        threads,
                                        metrics)
                                .begin(vertx));
        try {
            server =
                    opening.listen()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("suite.regix.callback.port cannot be opened", e);
        }
    }

    /** What is done to this port delays no request of the API. */
    private static Vertx ownEventLoop() {
        return Vertx.builder()
                .with(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setWorkerPoolSize(1)
                                .setInternalBlockingPoolSize(2)
                                .setFileSystemOptions(
                                        new FileSystemOptions()
                                                .setClassPathResolvingEnabled(false)
                                                .setFileCachingEnabled(false)))
                .build();
    }

    private HttpServerOptions options(int port) {
        var trusted = configured();
        var ssl = trusted.getSSLOptions();
        return new HttpServerOptions()
                .setHost(config.host())
                .setPort(port)
                .setSsl(true)
                .setUseAlpn(false)
                .setKeyCertOptions(trusted.getKeyStoreOptions())
                .setTrustOptions(trusted.getTrustStoreOptions())
                .setClientAuth(ClientAuth.REQUIRED)
                .setEnabledSecureTransportProtocols(ssl.getEnabledSecureTransportProtocols())
                .setIdleTimeout((int) config.deadline().toSeconds() + 1)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                // The register's platform asks before it sends a body.
                .setHandle100ContinueAutomatically(true);
    }

    private TlsConfiguration configured() {
        var found =
                tls.get(TLS)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "quarkus.tls." + TLS + " is missing"));
        if (found.isTrustAll() || found.getTrustStoreOptions() == null) {
            throw new IllegalStateException("quarkus.tls." + TLS + " has to name an authority");
        }
        return found;
    }

    static Set<X500Principal> clients(CallbackConfig config) {
        var named = config.clients().orElse(List.of());
        if (named.isEmpty()) {
            throw new IllegalStateException(
                    "suite.regix.callback.clients is missing: whomever the register's authority"
                            + " certifies could call");
        }
        return named.stream().map(X500Principal::new).collect(Collectors.toUnmodifiableSet());
    }

    static void refusePlain(URI callbackUrl) {
        if (!"https".equals(callbackUrl.getScheme())) {
            throw new IllegalStateException("suite.regix.callback-url is not https");
        }
    }
}
