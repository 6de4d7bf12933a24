package bg.telenor.portability.window;

import bg.telenor.portability.domain.WorkingCalendar;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** On which days operators work, and numbers move. */
@ConfigMapping(prefix = "suite.portability.calendar")
public interface CalendarConfig {

    @WithDefault("Europe/Sofia")
    ZoneId zone();

    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
    Set<DayOfWeek> weekdays();

    /** Whether the public holidays of the country are days off. */
    @WithDefault("true")
    boolean publicHolidays();

    /** Dates that the Council of Ministers declared days off, or on which the operators rest. */
    Optional<Set<LocalDate>> alsoOff();

    /** Dates that are worked instead. */
    Optional<Set<LocalDate>> alsoWorked();

    default WorkingCalendar calendar() {
        return new WorkingCalendar(
                zone(),
                weekdays(),
                publicHolidays(),
                alsoOff().orElse(Set.of()),
                alsoWorked().orElse(Set.of()));
    }
}
