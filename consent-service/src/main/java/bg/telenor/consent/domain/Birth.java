package bg.telenor.consent.domain;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whether a personal number can be somebody's: its form allows birth dates that are still to come.
 */
public final class Birth {

    private static final ZoneId BULGARIA = ZoneId.of("Europe/Sofia");

    private Birth() {}

    public static boolean isPast(PersonalNumber number, Instant at) {
        return switch (number) {
            case Egn egn -> !egn.birthDate().isAfter(LocalDate.ofInstant(at, BULGARIA));
            case Lnch lnch -> true;
        };
    }
}
