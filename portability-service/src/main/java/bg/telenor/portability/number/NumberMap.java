package bg.telenor.portability.number;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.portability.domain.NumberHistory;
import bg.telenor.portability.domain.NumberHistory.Served;
import bg.telenor.portability.domain.NumberingPlan;
import bg.telenor.portability.domain.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All numbers that ever left their range's operator, in memory; the others go by range. */
@ApplicationScoped
class NumberMap {

    private final ConcurrentHashMap<Long, NumberHistory> ported = new ConcurrentHashMap<>();
    private final NumberingPlan plan;

    NumberMap(NumbersConfig config) {
        this.plan = config.plan();
    }

    NumberHistory of(Msisdn number) {
        var history = ported.get(key(number));
        return history != null ? history : new NumberHistory(plan.blockOperator(number), List.of());
    }

    void put(NumberServed event) {
        ported.put(
                key(event.number()),
                new NumberHistory(
                        Optional.of(event.blockOperator()),
                        event.history().stream().map(NumberMap::stretch).toList()));
    }

    void remove(Msisdn number) {
        ported.remove(key(number));
    }

    private static Served stretch(NumberEvent.Served told) {
        return new Served(told.operator(), new Route(told.route().value()), told.from());
    }

    private static long key(Msisdn number) {
        var e164 = number.e164();
        return Long.parseLong(e164, 1, e164.length(), 10);
    }
}
