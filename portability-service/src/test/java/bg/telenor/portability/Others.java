package bg.telenor.portability;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Surroundings;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.operator.OperatorCounterpart;
import bg.telenor.counterparts.operator.PortingDesk;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Msisdn;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Whom the service deals with: two operators, persons and their numbers. */
public final class Others {

    private static final int OUR_PORT_OFFSET = 2;
    private static final Surroundings AROUND =
            new Surroundings(
                    port("portability") - OUR_PORT_OFFSET,
                    new TlsFolder(Suite.tls()),
                    Suite.keys("counterparts"),
                    Suite.issuer(),
                    Map.of());
    private static final AtomicInteger PERSONS = new AtomicInteger();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final OperatorCounterpart A1_OPERATOR =
            OperatorCounterpart.a1(AROUND, () -> Suite.token("a1").text());
    private static final OperatorCounterpart VIVACOM_OPERATOR =
            OperatorCounterpart.vivacom(AROUND, () -> Suite.token("vivacom").text());

    public static final PortingDesk A1 = A1_OPERATOR.portings();
    public static final PortingDesk VIVACOM = VIVACOM_OPERATOR.portings();
    public static final CounterpartServer A1_SERVER = open(A1_OPERATOR);
    public static final CounterpartServer VIVACOM_SERVER = open(VIVACOM_OPERATOR);

    private Others() {}

    public static OperatorCounterpart a1() {
        return A1_OPERATOR;
    }

    /** Somebody whom no other test knows. */
    public static Egn somebody() {
        return SyntheticPersons.egn(PERSONS.getAndIncrement());
    }

    /** A number of A1's range that no other test knows. */
    public static Msisdn numberOfA1() {
        return new Msisdn("+35988800%04d".formatted(NUMBERS.getAndIncrement()));
    }

    /** A number of our range that no other test knows. */
    public static Msisdn numberOfOurs() {
        return new Msisdn("+35989900%04d".formatted(NUMBERS.getAndIncrement()));
    }

    private static CounterpartServer open(OperatorCounterpart operator) {
        return CounterpartServer.start(operator, port(operator.name()), AROUND.tls());
    }

    private static int port(String name) {
        return Integer.getInteger(PortabilityTestResource.PORT + name);
    }
}
