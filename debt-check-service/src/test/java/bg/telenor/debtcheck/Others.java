package bg.telenor.debtcheck;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Surroundings;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.operator.OperatorCounterpart;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Whom the service deals with: two operators and persons. */
public final class Others {

    private static final Surroundings AROUND =
            new Surroundings(
                    0,
                    new TlsFolder(Suite.tls()),
                    Suite.keys("counterparts"),
                    Suite.issuer(),
                    Map.of());
    private static final AtomicInteger PERSONS = new AtomicInteger();

    public static final OperatorCounterpart A1 =
            OperatorCounterpart.a1(AROUND, () -> Suite.token("a1").text());
    public static final OperatorCounterpart VIVACOM =
            OperatorCounterpart.vivacom(AROUND, () -> Suite.token("vivacom").text());
    public static final CounterpartServer A1_SERVER = open(A1);
    public static final CounterpartServer VIVACOM_SERVER = open(VIVACOM);

    private Others() {}

    /** Somebody whom no other test knows. */
    public static Egn somebody() {
        return SyntheticPersons.egn(PERSONS.getAndIncrement());
    }

    private static CounterpartServer open(OperatorCounterpart operator) {
        var port = Integer.getInteger(DebtCheckTestResource.PORT + operator.name());
        return CounterpartServer.start(operator, port, AROUND.tls());
    }
}
