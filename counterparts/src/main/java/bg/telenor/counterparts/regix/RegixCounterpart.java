package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.Counterpart;
import bg.telenor.counterparts.CounterpartServer;

/** RegiX. */
public final class RegixCounterpart implements Counterpart {

    @Override
    public String name() {
        return "regix";
    }

    @Override
    public int portOffset() {
        return 30;
    }

    @Override
    public void open(CounterpartServer server) {}
}
