package bg.telenor.portability.portin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.portability.domain.PortingWindows.Hours;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortInConfigTest {

    @Test
    void waitsThreeDaysForAnIdentityAndTwoForADonor() {
        var terms = config(Map.of(), TermsConfig.class);

        assertThat(terms.identity()).isEqualTo(Duration.ofDays(3));
        assertThat(terms.answer()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void movesNumbersOnWorkingDaysInSofia() {
        var windows = config(Map.of(), WindowsConfig.class).windows();

        assertThat(windows.zone()).isEqualTo(ZoneId.of("Europe/Sofia"));
        assertThat(windows.days()).hasSize(5);
        assertThat(windows.holidays()).isEmpty();
        assertThat(windows.hours())
                .containsExactly(Hours.parse("08:00-12:00"), Hours.parse("14:00-18:00"));
        assertThat(windows.lead()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void readsHolidays() {
        var settings = Map.of("suite.portability.windows.holidays", "2026-03-03,2026-05-06");

        var windows = config(settings, WindowsConfig.class).windows();

        assertThat(windows.holidays())
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2026-03-03"), LocalDate.parse("2026-05-06"));
    }

    @Test
    void refusesHoursThatAreNone() {
        var windows =
                config(Map.of("suite.portability.windows.hours", "noon"), WindowsConfig.class);

        assertThatIllegalArgumentException().isThrownBy(windows::windows);
    }

    private static <T> T config(Map<String, String> settings, Class<T> type) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }
}
