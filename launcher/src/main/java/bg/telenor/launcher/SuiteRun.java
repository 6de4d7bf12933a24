package bg.telenor.launcher;

import bg.telenor.kit.local.LocalKeys;
import bg.telenor.kit.local.LocalTls;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.oidc.Secrets;
import bg.telenor.launcher.process.Child;
import bg.telenor.launcher.process.Children;
import bg.telenor.launcher.process.PidFile;
import bg.telenor.launcher.process.Place;
import bg.telenor.launcher.process.Processes;
import bg.telenor.launcher.process.Progress;
import bg.telenor.launcher.process.Readiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The suite while it runs on this machine: real servers and services as child processes. */
public final class SuiteRun implements AutoCloseable {

    /** Whether services that have no AOT cache write one when they end, which takes them long. */
    public enum AotCaches {
        WRITTEN,
        ONLY_READ
    }

    private final Place place;
    private final String profiles;
    private final AotCaches aotCaches;
    private final Progress progress;
    private final Readiness readiness;
    private final PidFile ownPid;
    private final Children children = new Children();
    private final Servers servers;
    private final List<AotCache> written = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private boolean closed;

    public SuiteRun(Place place, String profiles, AotCaches aotCaches, Progress progress) {
        this.place = place;
        this.profiles = profiles;
        this.aotCaches = aotCaches;
        this.progress = progress;
        this.readiness = new Readiness(place);
        this.ownPid = new PidFile(place.pid(Processes.LAUNCHER));
        this.servers = Servers.small(place, new Secrets(place.state()), progress, children);
    }

    /**
     * Starts all that is needed and returns when everything is ready.
     *
     * @throws IllegalStateException saying what did not start
     */
    public void start() {
        if (Processes.stopAll(place) > 0) {
            progress.say("stopped what an earlier run left behind");
        }
        refuseTakenPorts();
        place.makeState();
        ownPid.write(ProcessHandle.current());
        LocalTls.write(place.tls(), Instant.now());
        LocalKeys.write(place.keys());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                startAll(threads);
            } catch (IllegalStateException e) {
                // Ends the children, so that nobody waits for the rest to be ready.
                close();
                throw e;
            }
        }
        progress.say("all is ready");
    }

    /** Waits until this process is told to end. */
    void await() throws InterruptedException {
        ended.await();
    }

    private void startAll(ExecutorService threads) {
        var keycloak = threads.submit(servers::startKeycloak);
        var database = threads.submit(servers::startPostgres);
        var kafka = threads.submit(servers::startKafka);
        var counterparts = threads.submit(servers::startCounterparts);
        finish(database);
        finish(kafka);
        var services = new ArrayList<Future<?>>();
        for (var service : SuiteService.values()) {
            services.add(threads.submit(() -> startFirst(service)));
        }
        services.forEach(SuiteRun::finish);
        finish(counterparts);
        finish(keycloak);
    }

    private void startFirst(SuiteService service) {
        var process = process(service);
        var cache = process.cache();
        if (aotCaches == AotCaches.WRITTEN && !cache.exists()) {
            cache.prepare();
            synchronized (written) {
                written.add(cache);
            }
            awaitReady(service, start(process, cache.writing(), Map.of()));
        } else {
            restart(service, Map.of());
        }
    }

    /** Ends a service as its platform would, with time to finish. */
    public void stop(SuiteService service) {
        var child = children.newest(service.serviceName());
        child.end();
        child.awaitEnd();
    }

    /** Kills a service as if its machine were gone. */
    public void kill(SuiteService service) {
        children.kill(service.serviceName());
    }

    /** Starts a service again and waits until it is ready. */
    public void restart(SuiteService service, Map<String, String> environment) {
        awaitReady(service, startAgain(service, environment));
    }

    /** Starts a service again in an environment in which it dies, and waits until it has. */
    public void restartToDie(SuiteService service, Map<String, String> environment) {
        startAgain(service, environment);
        awaitDeath(service);
    }

    /** Waits until a service has died by itself. */
    public void awaitDeath(SuiteService service) {
        children.newest(service.serviceName()).awaitOwnEnd();
    }

    public boolean isRunning(SuiteService service) {
        return children.newest(service.serviceName()).isAlive();
    }

    /** Kills the broker as if its machine were gone. */
    public void killKafka() {
        children.kill(Servers.KAFKA);
    }

    public void restartKafka() {
        servers.startKafka();
    }

    /** Kills the database as if its machine were gone. */
    public void killPostgres() {
        servers.postgres().crash();
    }

    public void restartPostgres() {
        servers.startPostgres();
    }

    private ServiceProcess process(SuiteService service) {
        return ServiceProcess.small(place, service, profiles);
    }

    private Child startAgain(SuiteService service, Map<String, String> environment) {
        var process = process(service);
        return start(process, process.cache().reading(), environment);
    }

    private Child start(ServiceProcess process, List<String> aot, Map<String, String> environment) {
        var passwords = servers.password(process.service());
        return children.own(process.start(servers.postgres(), passwords, aot, environment));
    }

    private void awaitReady(SuiteService service, Child child) {
        readiness.awaitOk(
                child, "http://127.0.0.1:" + place.ports().http(service) + "/q/health/ready");
        progress.say(service.serviceName() + " is ready");
    }

    private void refuseTakenPorts() {
        var ports = place.ports();
        for (int port = ports.base(); port <= ports.counterpartsAdmin(); port++) {
            if (Readiness.listens(port)) {
                throw new IllegalStateException(
                        "port "
                                + port
                                + " is taken by another program; SUITE_PORT_BASE moves all ports");
            }
        }
    }

    private static void finish(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    /** Ends the services first, then what they need. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!written.isEmpty()) {
            progress.say("stopping; the services write their AOT caches, once for each build");
        }
        children.end(name -> !name.equals(Servers.KAFKA));
        written.forEach(AotCache::keep);
        children.end(Servers.KAFKA::equals);
        servers.stopPostgres();
        ownPid.delete();
        progress.say("stopped");
        ended.countDown();
    }
}
