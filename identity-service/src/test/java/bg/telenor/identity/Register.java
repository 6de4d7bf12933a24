package bg.telenor.identity;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.counterparts.regix.RegixCounterpart;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The register, over mutual TLS, and persons whom no other test knows. */
public final class Register {

    public static final TlsFolder TLS = new TlsFolder(Suite.tls());

    public static final RegixCounterpart REGIX = new RegixCounterpart(TLS);
    public static final CounterpartServer SERVER =
            CounterpartServer.start(REGIX, Integer.getInteger(IdentityTestResource.PORT), TLS);

    private static final AtomicInteger PERSONS = new AtomicInteger();

    private Register() {}

    public static Egn somebody() {
        return SyntheticPersons.egn(PERSONS.getAndIncrement());
    }

    public static Egn somebody(Standing standing) {
        var egn = somebody();
        REGIX.tell(egn, standing);
        return egn;
    }

    public static Lnch someForeigner() {
        return SyntheticPersons.lnch(PERSONS.getAndIncrement());
    }

    /** A foreigner who has an EGN. */
    public static Egn someForeignerWithEgn() {
        return SyntheticPersons.foreignersEgn(PERSONS.getAndIncrement());
    }

    /** Where the service has its certificates for the register from. */
    public static Path certificates() {
        return Path.of(System.getProperty(IdentityTestResource.TLS));
    }

    public static Lnch someForeigner(Standing standing) {
        var lnch = someForeigner();
        REGIX.tell(lnch, standing);
        return lnch;
    }
}
