package bg.telenor.portability.window;

import bg.telenor.portability.domain.PortingWindows;
import bg.telenor.portability.domain.PortingWindows.Hours;
import bg.telenor.portability.domain.WorkingCalendar;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** When numbers move; the operators agree on it, so it is configuration. */
@ConfigMapping(prefix = "suite.portability.windows")
public interface WindowsConfig {

    /** Stretches such as 10:00-12:00, of which the last moment is no longer part. */
    @WithDefault("08:00-12:00,14:00-18:00")
    List<String> hours();

    /** From the donor's acceptance to the earliest window. */
    @WithDefault("PT24H")
    Duration lead();

    /** The least that must be left of a stretch for it to be used. */
    @WithDefault("PT30M")
    Duration shortest();

    /** How many numbers move in one window; whoever comes after gets the next. */
    @WithDefault("50000")
    @Min(1)
    int capacity();

    default PortingWindows windows(WorkingCalendar calendar) {
        return new PortingWindows(
                calendar, hours().stream().map(Hours::parse).toList(), lead(), shortest());
    }
}
