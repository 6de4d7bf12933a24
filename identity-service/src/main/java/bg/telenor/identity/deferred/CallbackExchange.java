package bg.telenor.identity.deferred;

import bg.telenor.identity.deferred.CallbackTaker.Taking;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.security.auth.x500.X500Principal;

/**
 * One request to bring an answer: looked at by its outside, then read within limits, then taken.
 * All but the taking is on the event loop. What it is answered says nothing of any reference.
 */
final class CallbackExchange {

    private static final String TYPE = "text/xml; charset=utf-8";

    private static final String BODY =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body>"
                    + "</s:Envelope>";

    private static final String RECEIVED =
            BODY.formatted("<ExecuteCallbackResponse xmlns=\"http://egov.bg/RegiX\"/>");

    private static final String FAULT =
            BODY.formatted(
                    "<s:Fault><faultcode>s:%s</faultcode><faultstring>not taken</faultstring>"
                            + "</s:Fault>");

    /**
     * What a request has to be like.
     *
     * @param clients the subjects of those who may call
     */
    record Terms(
            String path,
            String action,
            Set<X500Principal> clients,
            long maxBody,
            Duration deadline) {}

    private final HttpServerRequest request;
    private final Terms terms;
    private final CallbackTaker taker;
    private final Semaphore places;
    private final Executor threads;
    private final MeterRegistry metrics;
    private final Buffer body = Buffer.buffer();

    /** Nothing more is read. */
    private boolean over;

    /** The place was given back; a response that ends and one that is cut off both do. */
    private boolean left;

    CallbackExchange(
            HttpServerRequest request,
            Terms terms,
            CallbackTaker taker,
            Semaphore places,
            Executor threads,
            MeterRegistry metrics) {
        this.request = request;
        this.terms = terms;
        this.taker = taker;
        this.places = places;
        this.threads = threads;
        this.metrics = metrics;
    }

    void begin(Vertx vertx) {
        int refusal = refusal();
        if (refusal != 0) {
            refuse(refusal);
        } else if (!places.tryAcquire()) {
            refuse(503);
        } else {
            read(vertx);
        }
    }

    private void read(Vertx vertx) {
        var deadline =
                vertx.setTimer(terms.deadline().toMillis(), timer -> request.connection().close());
        Handler<Void> leave =
                end -> {
                    if (!left) {
                        left = true;
                        vertx.cancelTimer(deadline);
                        places.release();
                    }
                };
        request.response().endHandler(leave).closeHandler(leave);
        request.exceptionHandler(
                broken -> {
                    over = true;
                    count("BROKEN");
                });
        request.handler(this::add);
        var context = vertx.getOrCreateContext();
        request.endHandler(
                end -> {
                    if (!over) {
                        threads.execute(() -> take(context));
                    }
                });
    }

    /** The status for what is not even read, or 0. */
    private int refusal() {
        if (!isClient()) {
            return 403;
        }
        if (!terms.path().equals(request.path())) {
            return 404;
        }
        if (!HttpMethod.POST.equals(request.method())) {
            return 405;
        }
        var type = request.getHeader("Content-Type");
        if (type == null || !type.startsWith("text/xml")) {
            return 415;
        }
        var action = request.getHeader("SOAPAction");
        return action != null && unquoted(action).equals(unquoted(terms.action())) ? 0 : 400;
    }

    private static String unquoted(String action) {
        return action.replace("\"", "");
    }

    private boolean isClient() {
        try {
            var certificate = request.sslSession().getPeerCertificates()[0];
            return certificate instanceof X509Certificate peer
                    && terms.clients().contains(peer.getSubjectX500Principal());
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private void add(Buffer part) {
        if (over) {
            return;
        }
        if (body.length() + part.length() > terms.maxBody()) {
            over = true;
            refuse(413);
        } else {
            body.appendBuffer(part);
        }
    }

    private void take(Context context) {
        var scope = Arc.container().requestContext();
        scope.activate();
        try {
            var taking = taker.take(body.getBytes());
            context.runOnContext(ready -> answer(taking));
        } catch (RuntimeException e) {
            Log.errorf("what the register brought was not taken: %s", e.getClass());
            context.runOnContext(ready -> answer(Taking.UNKNOWN_CALL));
        } finally {
            scope.terminate();
        }
    }

    private void answer(Taking taking) {
        count(taking.name());
        if (taking.isDone()) {
            send(200, RECEIVED);
        } else {
            // The register's own fault is not mended by repeating; ours may be.
            send(500, FAULT.formatted(taking == Taking.UNKNOWN_CALL ? "Server" : "Client"));
        }
    }

    private void refuse(int status) {
        count("HTTP_" + status);
        // What is still to come is not read.
        var connection = request.connection();
        request.response()
                .setStatusCode(status)
                .putHeader("Connection", "close")
                .end()
                .onComplete(sent -> connection.close());
    }

    private void send(int status, String message) {
        if (!request.response().closed()) {
            request.response().setStatusCode(status).putHeader("Content-Type", TYPE).end(message);
        }
    }

    private void count(String outcome) {
        metrics.counter("regix.callbacks", "outcome", outcome).increment();
    }
}
