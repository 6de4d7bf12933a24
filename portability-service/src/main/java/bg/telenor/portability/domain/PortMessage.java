package bg.telenor.portability.domain;

import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What operators say to each other about a porting; docs/porting-protocol.md describes the
 * exchange. A record's name is the message's type on the wire, its fields are the body.
 */
public sealed interface PortMessage {

    int MAX_NUMBERS = 50;

    /** Recipient to donor: a customer of yours wants to come with these numbers. */
    record PortRequest(
            List<Msisdn> numbers,
            PersonalNumber identifier,
            DocumentNumber documentNumber,
            ContractType contract,
            boolean together)
            implements PortMessage {

        public PortRequest {
            numbers = someNumbers(numbers);
            present(identifier, "identifier");
            present(documentNumber, "documentNumber");
            present(contract, "contract");
        }
    }

    /** Donor to recipient: they may go. */
    record PortAccept() implements PortMessage {}

    /** Donor to recipient: they may not, and why. */
    record PortReject(Set<RejectCode> codes) implements PortMessage {

        public PortReject {
            codes = codes == null ? Set.of() : Set.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("codes are missing");
            }
        }
    }

    /** Recipient to donor: when the numbers will move. */
    record PortSchedule(Instant windowFrom, Instant windowUntil) implements PortMessage {

        public PortSchedule {
            present(windowFrom, "windowFrom");
            present(windowUntil, "windowUntil");
            if (!windowFrom.isBefore(windowUntil)) {
                throw new IllegalArgumentException("window ends before it begins");
            }
        }
    }

    /** Recipient to donor: they stay with you. */
    record PortCancel(CancelGround ground) implements PortMessage {

        public PortCancel {
            present(ground, "ground");
        }
    }

    /** Recipient to donor: let them go now; calls go by this route from now on. */
    record PortExecute(Route route) implements PortMessage {

        public PortExecute {
            present(route, "route");
        }
    }

    /** Donor to recipient: they have left us. */
    record PortExecuted(Instant at) implements PortMessage {

        public PortExecuted {
            present(at, "at");
        }
    }

    /** Recipient to everybody else: we serve these numbers. */
    record PortBroadcast(List<Msisdn> numbers, OperatorCode servedBy, Route route, Instant from)
            implements PortMessage {

        public PortBroadcast {
            numbers = someNumbers(numbers);
            present(servedBy, "servedBy");
            present(route, "route");
            present(from, "from");
        }
    }

    /** The message's type on the wire. */
    enum Type {
        PORT_REQUEST(PortRequest.class),
        PORT_ACCEPT(PortAccept.class),
        PORT_REJECT(PortReject.class),
        PORT_SCHEDULE(PortSchedule.class),
        PORT_CANCEL(PortCancel.class),
        PORT_EXECUTE(PortExecute.class),
        PORT_EXECUTED(PortExecuted.class),
        PORT_BROADCAST(PortBroadcast.class);

        private final Class<? extends PortMessage> body;

        Type(Class<? extends PortMessage> body) {
            this.body = body;
        }

        public Class<? extends PortMessage> body() {
            return body;
        }

        public String wireName() {
            return body.getSimpleName();
        }

        public static Type of(PortMessage message) {
            return switch (message) {
                case PortRequest m -> PORT_REQUEST;
                case PortAccept m -> PORT_ACCEPT;
                case PortReject m -> PORT_REJECT;
                case PortSchedule m -> PORT_SCHEDULE;
                case PortCancel m -> PORT_CANCEL;
                case PortExecute m -> PORT_EXECUTE;
                case PortExecuted m -> PORT_EXECUTED;
                case PortBroadcast m -> PORT_BROADCAST;
            };
        }
    }

    private static List<Msisdn> someNumbers(List<Msisdn> numbers) {
        var copy = numbers == null ? List.<Msisdn>of() : List.copyOf(numbers);
        if (copy.isEmpty() || copy.size() > MAX_NUMBERS || Set.copyOf(copy).size() < copy.size()) {
            throw new IllegalArgumentException(
                    "numbers must be 1 to " + MAX_NUMBERS + " different ones");
        }
        return copy;
    }

    private static void present(Object value, String name) {
        if (Objects.isNull(value)) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
