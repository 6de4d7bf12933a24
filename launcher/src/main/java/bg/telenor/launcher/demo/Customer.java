package bg.telenor.launcher.demo;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.kit.value.PersonalNumber;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who walks into the shop: always the same person, who does not exist, with a case and numbers of
 * this run.
 *
 * @param ownNumber of a subscription with us
 * @param otherNumber of a subscription with A1, to be brought along
 */
public record Customer(Person person, UUID caseId, String ownNumber, String otherNumber) {

    private static final int WHICH = 7;

    /** Whose data the identity provider's user {@code customer} may see. */
    public static PersonalNumber identifierOfAll() {
        return SyntheticPersons.egn(WHICH);
    }

    public static Customer walksIn() {
        return new Customer(
                SyntheticPersons.nth(WHICH),
                UUID.randomUUID(),
                "+35989800" + fourDigits(),
                "+35988800" + fourDigits());
    }

    Map<String, String> identifier() {
        return Map.of("type", person.number().type().name(), "value", person.number().value());
    }

    private static int fourDigits() {
        return ThreadLocalRandom.current().nextInt(1000, 10_000);
    }
}
