package bg.telenor.portability.portin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.portability.domain.PortingWindows.Hours;
import bg.telenor.portability.domain.WorkingCalendar;
import bg.telenor.portability.domain.WorkingCalendar.Term;
import bg.telenor.portability.window.CalendarConfig;
import bg.telenor.portability.window.WindowsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortInConfigTest {

    @Test
    void waitsThreeDaysForAnIdentityAndTwoWorkingDaysForADonor() {
        var terms = config(Map.of(), TermsConfig.class);

        assertThat(terms.identity()).isEqualTo(new Term.Elapsed(Duration.ofDays(3)));
        assertThat(terms.answer()).isEqualTo(new Term.WorkingDays(2));
    }

    @Test
    void movesNumbersInTwoStretchesOfAWorkingDay() {
        var windows = config(Map.of(), WindowsConfig.class).windows(calendar(Map.of()));

        assertThat(windows.hours())
                .containsExactly(Hours.parse("08:00-12:00"), Hours.parse("14:00-18:00"));
        assertThat(windows.lead()).isEqualTo(Duration.ofHours(24));
        assertThat(config(Map.of(), WindowsConfig.class).capacity()).isEqualTo(50_000);
    }

    @Test
    void worksFromMondayToFridayInSofiaButNotOnPublicHolidays() {
        var calendar = calendar(Map.of());

        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
        assertThat(calendar.weekdays()).hasSize(5);
        assertThat(calendar.isWorked(LocalDate.parse("2026-03-03"))).isFalse();
        assertThat(calendar.isWorked(LocalDate.parse("2026-03-04"))).isTrue();
    }

    @Test
    void readsDatesThatAreDeclaredOffOrWorked() {
        var calendar =
                calendar(
                        Map.of(
                                "suite.portability.calendar.also-off", "2026-01-02,2026-01-05",
                                "suite.portability.calendar.also-worked", "2026-01-10"));

        assertThat(calendar.isWorked(LocalDate.parse("2026-01-05"))).isFalse();
        assertThat(calendar.isWorked(LocalDate.parse("2026-01-10"))).isTrue();
    }

    @Test
    void refusesHoursThatAreNone() {
        var windows =
                config(Map.of("suite.portability.windows.hours", "noon"), WindowsConfig.class);
        var calendar = calendar(Map.of());

        assertThatIllegalArgumentException().isThrownBy(() -> windows.windows(calendar));
    }

    private static WorkingCalendar calendar(Map<String, String> settings) {
        return config(settings, CalendarConfig.class).calendar();
    }

    private static <T> T config(Map<String, String> settings, Class<T> type) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }
}
