package bg.telenor.portability.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a message or the passing of time does to a porting.
 *
 * @param porting where it stands then
 * @param told what the other side is told, in this order
 */
public record Step<P>(P porting, List<MessageType> told) {

    public Step {
        requireNonNull(porting, "porting is null");
        told = List.copyOf(told);
    }
}
