package bg.telenor.portability.number;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * Who serves a number. Operators are left out for numbers of a range that nobody holds, route and
 * date for numbers that are with the operator of their range.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NumberView(
        Msisdn number,
        OperatorCode servedBy,
        OperatorCode blockOperator,
        String route,
        Instant portedSince) {

    static NumberView of(Msisdn number, Serving serving) {
        var party = serving.party();
        return party.isAtHome()
                ? unported(number, Optional.of(party.blockOperator()))
                : new NumberView(
                        number,
                        party.operator(),
                        party.blockOperator(),
                        party.route().value(),
                        serving.since());
    }

    static NumberView unported(Msisdn number, Optional<OperatorCode> rangeHolder) {
        var holder = rangeHolder.orElse(null);
        return new NumberView(number, holder, holder, null, null);
    }
}
