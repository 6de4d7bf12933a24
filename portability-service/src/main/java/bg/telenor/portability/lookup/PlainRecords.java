package bg.telenor.portability.lookup;

import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.NumberServed;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.kit.value.OperatorCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads records of topic {@code numbers} as our own outbox writes them, many times as fast as the
 * codec, to which whatever differs in any way is left. For one thread.
 */
final class PlainRecords {

    private static final int UUID_LENGTH = 36;
    private static final int MOST_CODES = 10_000;

    private final Map<String, OperatorCode> operators = new HashMap<>();
    private final Map<String, RoutingNumber> routes = new HashMap<>();

    /** The event that a record tells of, or nothing when it is not of the usual form. */
    Optional<NumberServed> read(String text) {
        try {
            return Optional.ofNullable(read(new PlainText(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private NumberServed read(PlainText at) {
        if (!at.skip("{\"data\":{\"blockOperator\":")) {
            return null;
        }
        var block = operator(at);
        if (block == null || !at.skip(",\"history\":[")) {
            return null;
        }
        var history = history(at);
        if (history == null || !at.skip("],\"number\":")) {
            return null;
        }
        var number = at.number();
        return number != null && at.skip("}") && restOfEnvelope(at)
                ? new NumberServed(number, block, history)
                : null;
    }

    private List<NumberEvent.Served> history(PlainText at) {
        var history = new ArrayList<NumberEvent.Served>(1);
        do {
            var served = served(at);
            if (served == null) {
                return null;
            }
            history.add(served);
        } while (at.skip(","));
        return history;
    }

    private NumberEvent.Served served(PlainText at) {
        if (!at.skip("{\"from\":")) {
            return null;
        }
        var from = at.quoted();
        if (from == null || !at.skip(",\"operator\":")) {
            return null;
        }
        var operator = operator(at);
        if (operator == null || !at.skip(",\"route\":")) {
            return null;
        }
        var route = at.quoted();
        return route != null && at.skip("}")
                ? new NumberEvent.Served(operator, route(route), Instant.parse(from))
                : null;
    }

    private static boolean restOfEnvelope(PlainText at) {
        return at.skip(",\"id\":\"")
                && at.skip(UUID_LENGTH)
                && at.skip(
                        "\",\"source\":\"portability-service\",\"specversion\":\"1.0\",\"subject\":\"")
                && at.skip(UUID_LENGTH)
                && at.skip("\",\"time\":")
                && at.quoted() != null
                && at.skip(",\"type\":\"NumberServed\"}")
                && at.isAtEnd();
    }

    private OperatorCode operator(PlainText at) {
        var code = at.quoted();
        return code == null ? null : operators.computeIfAbsent(code, OperatorCode::new);
    }

    private RoutingNumber route(String route) {
        if (routes.size() > MOST_CODES) {
            routes.clear();
        }
        return routes.computeIfAbsent(route, RoutingNumber::new);
    }
}
