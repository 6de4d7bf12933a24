package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.portability.domain.PortingWindows.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortingWindowsTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(SOFIA, WORKING, true, Set.of(), Set.of());

    private final PortingWindows windows =
            new PortingWindows(
                    CALENDAR,
                    List.of(Hours.parse("14:00-18:00"), Hours.parse("08:00-12:00")),
                    Duration.ofHours(24),
                    Duration.ofMinutes(30));

    @Test
    void isTheRestOfAStretchThatHasBegun() {
        assertThat(windows.after(sofia("2026-03-04T09:15")))
                .isEqualTo(window("2026-03-05T09:15", "2026-03-05T12:00"));
    }

    @Test
    void isTheNextStretchBetweenTwo() {
        assertThat(windows.after(sofia("2026-03-04T12:00")))
                .isEqualTo(window("2026-03-05T14:00", "2026-03-05T18:00"));
    }

    @Test
    void skipsARestThatIsTooShort() {
        assertThat(windows.after(sofia("2026-03-04T11:31")))
                .isEqualTo(window("2026-03-05T14:00", "2026-03-05T18:00"));
    }

    @Test
    void takesARestThatIsJustLongEnough() {
        assertThat(windows.after(sofia("2026-03-04T11:30")))
                .isEqualTo(window("2026-03-05T11:30", "2026-03-05T12:00"));
    }

    @Test
    void skipsHolidaysAndWeekends() {
        assertThat(windows.after(sofia("2026-03-02T09:00")))
                .isEqualTo(window("2026-03-04T08:00", "2026-03-04T12:00"));
        assertThat(windows.after(sofia("2026-03-05T19:00")))
                .isEqualTo(window("2026-03-09T08:00", "2026-03-09T12:00"));
    }

    @Test
    void keepsToTheClockOfSofiaWhenItsHourChanges() {
        var allDay =
                new PortingWindows(
                        new WorkingCalendar(
                                SOFIA, EnumSet.allOf(DayOfWeek.class), false, Set.of(), Set.of()),
                        List.of(Hours.parse("00:00-00:00")),
                        Duration.ZERO,
                        Duration.ofMinutes(1));

        var spring = allDay.after(sofia("2026-03-29T00:00"));

        assertThat(Duration.between(spring.from(), spring.until())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void endsBeforeItsLastMoment() {
        var window = window("2026-03-04T08:00", "2026-03-04T12:00");

        assertThat(window.isOver(window.until())).isTrue();
        assertThat(window.isOver(window.until().minusNanos(1))).isFalse();
    }

    @Test
    void refusesHoursThatEndBeforeTheyBegin() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.parse("12:00-08:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.parse("12:00"));
    }

    private static Window window(String from, String until) {
        return new Window(sofia(from), sofia(until));
    }

    private static Instant sofia(String local) {
        return LocalDateTime.parse(local).atZone(SOFIA).toInstant();
    }
}
