package bg.telenor.portability.portin;

import bg.telenor.portability.domain.PortingWindows;
import bg.telenor.portability.domain.PortingWindows.Hours;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When numbers move; the operators agree on it, so it is configuration. */
@ConfigMapping(prefix = "suite.portability.windows")
public interface WindowsConfig {

    @WithDefault("Europe/Sofia")
    ZoneId zone();

    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
    Set<DayOfWeek> days();

    /** Dates on which no number moves although the weekday is right. */
    Optional<Set<LocalDate>> holidays();

    /** Stretches such as 10:00-12:00, of which the last moment is no longer part. */
    @WithDefault("08:00-12:00,14:00-18:00")
    List<String> hours();

    /** From the donor's acceptance to the earliest window. */
    @WithDefault("PT24H")
    Duration lead();

    /** The least that must be left of a stretch for it to be used. */
    @WithDefault("PT30M")
    Duration shortest();

    default PortingWindows windows() {
        return new PortingWindows(
                zone(),
                days(),
                holidays().orElse(Set.of()),
                hours().stream().map(Hours::parse).toList(),
                lead(),
                shortest());
    }
}
