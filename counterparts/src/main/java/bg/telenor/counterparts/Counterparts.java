package bg.telenor.counterparts;

import bg.telenor.counterparts.billing.BillingCounterpart;
import bg.telenor.counterparts.google.GoogleCounterpart;
import bg.telenor.counterparts.notifier.NotifierCounterpart;
import bg.telenor.counterparts.operator.OperatorCounterpart;
import bg.telenor.counterparts.regix.RegixCounterpart;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** All counterparts in one process, each on its port from the base, and their admin API. */
public final class Counterparts {

    private static final int ADMIN_OFFSET = 39;

    private Counterparts() {}

    public static void main(String[] args) throws InterruptedException {
        var surroundings = Surroundings.of(System.getenv());
        var servers =
                all(surroundings).stream()
                        .map(
                                counterpart ->
                                        CounterpartServer.start(
                                                counterpart,
                                                surroundings.portBase() + counterpart.portOffset(),
                                                surroundings.tls()))
                        .toList();
        var admin = new AdminApi(surroundings.portBase() + ADMIN_OFFSET, servers);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    admin.close();
                                    servers.forEach(CounterpartServer::close);
                                }));
        new CountDownLatch(1).await();
    }

    /** Everyone that the suite deals with. */
    private static List<Counterpart> all(Surroundings surroundings) {
        return List.of(
                new RegixCounterpart(surroundings.tls()),
                OperatorCounterpart.a1(surroundings),
                OperatorCounterpart.vivacom(surroundings),
                GoogleCounterpart.of(surroundings),
                BillingCounterpart.of(surroundings),
                NotifierCounterpart.of(surroundings));
    }
}
