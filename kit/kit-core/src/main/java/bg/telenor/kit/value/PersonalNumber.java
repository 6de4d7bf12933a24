package bg.telenor.kit.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * A person's number in a Bulgarian register. Its type is declared by whoever gives it and never
 * guessed: some numbers satisfy the checksums of both.
 */
public sealed interface PersonalNumber permits Egn, Lnch {

    /** Which register numbers the person. */
    enum Type {
        EGN,
        LNCH
    }

    /** The ten digits. */
    @JsonProperty("value")
    String value();

    @JsonProperty("type")
    Type type();

    /**
     * Whether the number says that its bearer is not born yet, so that no request can be about
     * them. A foreigner's number says nothing of that.
     */
    default boolean isOfUnborn(LocalDate today) {
        return switch (this) {
            case Egn egn -> egn.birthDate().isAfter(today);
            case Lnch lnch -> false;
        };
    }

    /**
     * Reads a number as the declared type.
     *
     * @throws IllegalArgumentException when the number is not a valid one of that type; the message
     *     carries no digit of it
     */
    @JsonCreator
    static PersonalNumber of(@JsonProperty("type") Type type, @JsonProperty("value") String value) {
        if (type == null) {
            throw new IllegalArgumentException("type of the personal number is missing");
        }
        return switch (type) {
            case EGN -> new Egn(value);
            case LNCH -> new Lnch(value);
        };
    }
}
