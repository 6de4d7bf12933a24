package bg.telenor.portability.domain;

import static bg.telenor.portability.domain.MessageFields.present;
import static bg.telenor.portability.domain.MessageFields.someNumbers;

import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import java.time.Instant;
import java.util.List;

/** What the recipient of a porting tells its donor. */
public sealed interface ToDonor extends PortMessage {

    /** A customer of yours wants to come with these numbers. */
    record PortRequest(
            List<Msisdn> numbers,
            PersonalNumber identifier,
            DocumentNumber documentNumber,
            ContractType contract,
            boolean together)
            implements ToDonor {

        public PortRequest {
            numbers = someNumbers(numbers);
            present(identifier, "identifier");
            present(documentNumber, "documentNumber");
            present(contract, "contract");
        }
    }

    /** When the numbers will move. */
    record PortSchedule(Instant windowFrom, Instant windowUntil) implements ToDonor {

        public PortSchedule {
            present(windowFrom, "windowFrom");
            present(windowUntil, "windowUntil");
            if (!windowFrom.isBefore(windowUntil)) {
                throw new IllegalArgumentException("window ends before it begins");
            }
        }
    }

    /** They stay with you. */
    record PortCancel(CancelGround ground) implements ToDonor {

        public PortCancel {
            present(ground, "ground");
        }
    }

    /** Let them go now; calls go by this route from now on. */
    record PortExecute(Route route) implements ToDonor {

        public PortExecute {
            present(route, "route");
        }
    }

    /** They moved and should not have: take them back. */
    record PortReverse(ReversalGround ground) implements ToDonor {

        public PortReverse {
            present(ground, "ground");
        }
    }

    /** Say again where the porting stands with you. */
    record PortQuery() implements ToDonor {}
}
