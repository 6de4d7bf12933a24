package bg.telenor.portability.number;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.number.Serving.Party;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;

/** All numbers that ever left their range's operator, in memory; the others go by range. */
@ApplicationScoped
class NumberMap {

    private static final int COUNTRY_PREFIX = "+359".length();

    private final NumberTable ported = new NumberTable();

    /** To whom a number was ported at a moment; null when its range's operator served it. */
    Serving at(Msisdn number, Instant moment) {
        return ported.at(key(number), Serving.micros(moment));
    }

    void put(NumberServed event) {
        if (event.history().isEmpty()) {
            remove(event.number());
            return;
        }
        ported.put(
                key(event.number()),
                event.history().stream()
                        .map(told -> serving(event.blockOperator(), told))
                        .sorted(Comparator.comparingLong(Serving::sinceMicros))
                        .toList());
    }

    void remove(Msisdn number) {
        ported.remove(key(number));
    }

    private static Serving serving(OperatorCode blockOperator, NumberEvent.Served told) {
        var route = new Route(told.route().value());
        return new Serving(new Party(blockOperator, told.operator(), route), told.from());
    }

    private static int key(Msisdn number) {
        var e164 = number.e164();
        return Integer.parseInt(e164, COUNTRY_PREFIX, e164.length(), 10);
    }
}
