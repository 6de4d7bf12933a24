package bg.telenor.identity.domain;

import java.util.Map;
import java.util.function.Function;

/** What a person can say of themselves, to be compared with the register. */
public enum ClaimedField {
    NAMES,
    BIRTH_DATE,
    DISTRICT,
    MUNICIPALITY,
    SETTLEMENT,
    LOCATION,
    BUILDING,
    ENTRANCE,
    FLOOR,
    APARTMENT;

    static final Map<ClaimedField, Function<Address, String>> OF_ADDRESS =
            Map.of(
                    DISTRICT, Address::district,
                    MUNICIPALITY, Address::municipality,
                    SETTLEMENT, Address::settlement,
                    LOCATION, Address::location,
                    BUILDING, Address::building,
                    ENTRANCE, Address::entrance,
                    FLOOR, Address::floor,
                    APARTMENT, Address::apartment);
}
