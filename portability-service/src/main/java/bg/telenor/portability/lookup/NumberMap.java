package bg.telenor.portability.lookup;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.portability.domain.Route;
import bg.telenor.portability.lookup.Serving.Party;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All numbers that ever left their range's operator, in memory; the others go by range. */
@Singleton
class NumberMap {

    private static final int COUNTRY_PREFIX = "+359".length();

    private final NumberTable ported = new NumberTable();

    /** So that touching is not left out as useless. */
    private volatile int near;

    /** They are few, and checking one takes longer than all else about a number. */
    private final Map<RoutingNumber, Route> routes = new ConcurrentHashMap<>();

    /** To whom a number was ported at a moment; null when its range's operator served it. */
    Serving at(Msisdn number, Instant moment) {
        return ported.at(key(number), Serving.micros(moment));
    }

    /** Has what is known of many numbers near when they are looked up. */
    void bringNear(List<Msisdn> numbers) {
        int found = 0;
        for (var number : numbers) {
            found += ported.touch(key(number));
        }
        near = found;
    }

    void put(NumberServed event) {
        if (event.history().isEmpty()) {
            remove(event.number());
            return;
        }
        ported.put(key(event.number()), history(event));
    }

    void remove(Msisdn number) {
        ported.remove(key(number));
    }

    private List<Serving> history(NumberServed event) {
        var told = event.history();
        if (told.size() == 1) {
            return List.of(serving(event.blockOperator(), told.getFirst()));
        }
        return told.stream()
                .map(stretch -> serving(event.blockOperator(), stretch))
                .sorted(Comparator.comparingLong(Serving::sinceMicros))
                .toList();
    }

    private Serving serving(OperatorCode blockOperator, NumberEvent.Served told) {
        var route =
                told.route() == null
                        ? null
                        : routes.computeIfAbsent(told.route(), NumberMap::route);
        return new Serving(new Party(blockOperator, told.operator(), route), told.from());
    }

    private static Route route(RoutingNumber told) {
        return new Route(told.value());
    }

    private static int key(Msisdn number) {
        var e164 = number.e164();
        return Integer.parseInt(e164, COUNTRY_PREFIX, e164.length(), 10);
    }
}
