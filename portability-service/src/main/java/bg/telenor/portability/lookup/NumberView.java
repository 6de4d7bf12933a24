package bg.telenor.portability.lookup;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

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

    /**
     * @param holder whose range the number is of by the numbering plan, which has the last word; or
     *     null
     */
    static NumberView of(Msisdn number, Serving serving, OperatorCode holder) {
        var party = serving.party();
        var block = holder == null ? party.blockOperator() : holder;
        return party.operator().equals(block)
                ? unported(number, block)
                : new NumberView(
                        number, party.operator(), block, party.routeOrNull(), serving.since());
    }

    static NumberView unported(Msisdn number, OperatorCode holder) {
        return new NumberView(number, holder, holder, null, null);
    }
}
