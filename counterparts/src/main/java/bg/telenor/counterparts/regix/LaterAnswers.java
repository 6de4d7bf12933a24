package bg.telenor.counterparts.regix;

import static bg.telenor.counterparts.regix.EntryPointV2.Around.CALLBACK;
import static bg.telenor.counterparts.regix.EntryPointV2.Around.CHECKED;
import static bg.telenor.counterparts.regix.EntryPointV2.Around.EXECUTED;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.TlsFolder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLStreamException;

/**
 * Questions that the register takes and answers later: those that are to be, and all when it is
 * told. It can be looked at for the answer, brings it where it was given an address, and keeps it
 * until it is acknowledged; or forgets all, as when it is started anew.
 */
public final class LaterAnswers {

    private static final int MOST_VISITS = 20;
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(250);

    /** Makes the answer to a question, signed, at an entry point. */
    @FunctionalInterface
    interface Answerer {
        Answer answer(EntryPoint entryPoint, ServiceRequest request, String caller)
                throws XMLStreamException;
    }

    /**
     * A call as it stands.
     *
     * @param caseId what the question was asked for
     * @param callbacks what came of each time that it was brought: a status, or a class
     */
    public record State(
            String id,
            String caseId,
            boolean ready,
            int checks,
            int acknowledgements,
            List<String> callbacks) {

        private boolean isOf(UUID asked) {
            return asked.toString().equals(caseId);
        }
    }

    private static final class Taken {

        private final String id;
        private final String code = UUID.randomUUID().toString();
        private final ServiceRequest request;
        private final String caller;
        private final AtomicInteger checks = new AtomicInteger();
        private final AtomicInteger acknowledgements = new AtomicInteger();
        private final List<String> callbacks = new CopyOnWriteArrayList<>();
        private volatile boolean ready;

        private Taken(String id, ServiceRequest request, String caller) {
            this.id = id;
            this.request = request;
            this.caller = caller;
        }

        private State state() {
            return new State(
                    id,
                    request.callContext().get("ServiceURI"),
                    ready,
                    checks.get(),
                    acknowledgements.get(),
                    List.copyOf(callbacks));
        }
    }

    private final EntryPointV2 entryPoint;
    private final Answerer answerer;
    private final Courier courier;
    private final Map<String, Taken> calls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private volatile boolean all;
    private volatile Duration after = Duration.ofSeconds(1);
    private volatile Callbacks how = Callbacks.ONCE;

    LaterAnswers(EntryPointV2 entryPoint, Answerer answerer, TlsFolder tls) {
        this.entryPoint = entryPoint;
        this.answerer = answerer;
        this.courier = new Courier(tls);
    }

    /** Takes also questions that are to be answered at once, or no more. */
    public void takeAll(boolean whether) {
        all = whether;
    }

    /** Has answers ready after so long; null: when it is told. */
    public void readyAfter(Duration duration) {
        after = duration;
    }

    /** Brings answers in this way from now on. */
    public void callBack(Callbacks way) {
        how = way;
    }

    /** Has the answers to all that it has taken. */
    public void ready() {
        calls.values().forEach(this::ready);
    }

    /** Has the answers to what was asked for one case. */
    public void ready(UUID caseId) {
        calls.values().stream().filter(taken -> taken.state().isOf(caseId)).forEach(this::ready);
    }

    /** How the call about a case stands; empty while none was taken. */
    public Optional<State> call(UUID caseId) {
        return calls().stream().filter(state -> state.isOf(caseId)).findFirst();
    }

    /** Knows nothing any more of what it has taken. */
    public void forget() {
        calls.clear();
    }

    /** What it has taken and not forgotten. */
    public List<State> calls() {
        return calls.values().stream().map(Taken::state).toList();
    }

    void open(CounterpartServer server) {
        server.admin("GET", "/calls", call -> Answer.json(200, calls()));
        server.admin(
                "PUT",
                "/calls",
                call -> {
                    var wanted = call.json();
                    takeAll(wanted.path("all").asBoolean());
                    readyAfter(
                            wanted.hasNonNull("millis")
                                    ? Duration.ofMillis(wanted.path("millis").asLong())
                                    : null);
                    callBack(Callbacks.valueOf(wanted.path("callbacks").asText("ONCE")));
                    return Answer.empty(204);
                });
        server.admin(
                "POST",
                "/calls/answers",
                call -> {
                    ready();
                    return Answer.empty(204);
                });
        server.admin(
                "DELETE",
                "/calls",
                call -> {
                    forget();
                    return Answer.empty(204);
                });
    }

    void close() {
        threads.shutdownNow();
    }

    boolean takes(ServiceRequest request) {
        return all || request.later().wanted();
    }

    /** Takes a question, and says so. */
    Answer take(ServiceRequest request, String caller) throws XMLStreamException {
        var taken = new Taken(entryPoint.nextCall(), request, caller);
        calls.put(taken.id, taken);
        if (how == Callbacks.EARLY) {
            visit(taken, taken.id);
        }
        if (after != null) {
            in(after, () -> ready(taken));
        }
        return notReady(EXECUTED, taken);
    }

    /** The answer to a look for an answer. */
    Answer check(Call call) throws XMLStreamException, ServiceRequest.Faulty {
        var taken = named(entryPoint.readCall(call, "CheckResult"));
        taken.checks.incrementAndGet();
        return taken.ready ? answer(CHECKED, taken, taken.id) : notReady(CHECKED, taken);
    }

    Answer acknowledge(Call call) throws XMLStreamException, ServiceRequest.Faulty {
        var taken = named(entryPoint.readCall(call, "AcknowledgeResultReceived"));
        if (taken.acknowledgements.getAndIncrement() == 0 && how == Callbacks.LATE) {
            threads.execute(() -> visit(taken, taken.id));
        }
        return entryPoint.acknowledged();
    }

    private void in(Duration time, Runnable work) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(work);
    }

    private Taken named(EntryPointV2.Named named) throws ServiceRequest.Faulty {
        var taken = calls.get(named.id());
        if (taken == null || !taken.code.equals(named.code())) {
            throw new ServiceRequest.Faulty("Невалиден ServiceCallID");
        }
        return taken;
    }

    private synchronized void ready(Taken taken) {
        if (!taken.ready && calls.containsValue(taken)) {
            taken.ready = true;
            threads.execute(() -> bring(taken));
        }
    }

    private void bring(Taken taken) {
        switch (how) {
            case NONE, LATE -> {}
            case ONCE, EARLY -> visitUntilTaken(taken, 1);
            case TWICE -> {
                visit(taken, taken.id);
                visit(taken, taken.id);
            }
            case UNKNOWN_CALL -> visit(taken, entryPoint.nextCall());
            case ANOTHERS_CALL ->
                    calls.values().stream()
                            .filter(other -> other != taken && !other.ready)
                            .findFirst()
                            .ifPresent(other -> visit(taken, other.id));
            case STRANGER ->
                    visit(taken, address -> courier.bringAsStranger(address, message(taken)));
            case GARBAGE -> visit(taken, courier::bringGarbage);
            case HALF -> visit(taken, address -> courier.bringHalf(address, message(taken)));
        }
    }

    private void visitUntilTaken(Taken taken, int visit) {
        visit(taken, taken.id);
        boolean accepted = taken.callbacks.isEmpty() || taken.callbacks.getLast().equals("200");
        if (!accepted && visit < MOST_VISITS) {
            in(BETWEEN_VISITS, () -> visitUntilTaken(taken, visit + 1));
        }
    }

    @FunctionalInterface
    private interface Visit {
        String made(URI address) throws XMLStreamException;
    }

    private void visit(Taken taken, String id) {
        visit(taken, address -> courier.bring(address, answer(CALLBACK, taken, id).body()));
    }

    private void visit(Taken taken, Visit visit) {
        var address = taken.request.later().callbackUrl();
        if (address == null) {
            return;
        }
        try {
            taken.callbacks.add(visit.made(URI.create(address)));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private byte[] message(Taken taken) throws XMLStreamException {
        return answer(CALLBACK, taken, taken.id).body();
    }

    private Answer answer(EntryPointV2.Around around, Taken taken, String id)
            throws XMLStreamException {
        return answerer.answer(
                new EntryPointLater(entryPoint, around, id, taken.code),
                taken.request,
                taken.caller);
    }

    private Answer notReady(EntryPointV2.Around around, Taken taken) throws XMLStreamException {
        return entryPoint.notReady(around, taken.id, taken.code);
    }
}
