package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.MessageFields.present;
import static bg.telenor.portability.domain.MessageFields.someNumbers;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;

/** What is told to operators that have no part in a porting. */
public sealed interface ToOthers extends PortMessage {

    /** We serve these numbers. */
    record PortBroadcast(List<Msisdn> numbers, OperatorCode servedBy, Route route, Instant from)
            implements ToOthers {

        public PortBroadcast {
            numbers = someNumbers(numbers);
            present(servedBy, "servedBy");
            present(route, "route");
            present(from, "from");
        }
    }
}
