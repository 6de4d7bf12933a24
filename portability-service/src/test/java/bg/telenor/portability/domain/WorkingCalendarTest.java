package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.portability.domain.WorkingCalendar.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Set<DayOfWeek> WEEKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final WorkingCalendar calendar = calendar(Set.of(), Set.of());

    static Stream<String> yearsWrittenOut() throws IOException {
        try (var file = WorkingCalendarTest.class.getResourceAsStream("/calendar/days-off.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("yearsWrittenOut")
    void restsOnTheDaysOfTheListAndOnWeekendsAndOnNoOthers(String written) {
        var parts = written.split("[ /]+");
        var year = parts[0];
        var listed =
                Arrays.stream(parts)
                        .skip(1)
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .collect(Collectors.toSet());

        var off = daysOf(Integer.parseInt(year)).filter(day -> !calendar.isWorked(day));

        assertThat(off)
                .containsExactlyInAnyOrderElementsOf(
                        daysOf(Integer.parseInt(year))
                                .filter(day -> listed.contains(day) || isWeekend(day))
                                .toList());
    }

    @Test
    void knowsTwentyOneYears() throws IOException {
        assertThat(yearsWrittenOut()).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 2100})
    void knowsNoEasterWhereTheCalendarsAreElsewhere(int year) {
        assertThatIllegalArgumentException().isThrownBy(() -> PublicHolidays.of(year));
    }

    @Test
    void restsOnWhatIsDeclaredAndWorksOnWhatIsExchangedForIt() {
        var friday = LocalDate.parse("2026-01-02");
        var saturday = LocalDate.parse("2026-01-10");

        var exchanged = calendar(Set.of(friday), Set.of(saturday));

        assertThat(exchanged.isWorked(friday)).isFalse();
        assertThat(exchanged.isWorked(saturday)).isTrue();
        assertThat(calendar.isWorked(friday)).isTrue();
        assertThat(calendar.isWorked(saturday)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary week, and one that begins on a Friday.
        "2026-02-02T09:00, 1, 2026-02-04T00:00",
        "2026-02-06T09:00, 1, 2026-02-10T00:00",
        // Begun on a Saturday, it has Monday whole.
        "2026-02-07T09:00, 1, 2026-02-10T00:00",
        // 3 March is a Tuesday.
        "2026-03-02T23:59, 1, 2026-03-05T00:00",
        // From Thursday before Easter to the Tuesday and Wednesday after it.
        "2026-04-09T12:00, 2, 2026-04-16T00:00",
        // Over the year's end, with three holidays, one of them made up for, and New Year's Day.
        "2026-12-23T12:00, 3, 2027-01-01T00:00",
        "2026-12-23T12:00, 5, 2027-01-06T00:00",
        // Over the nights in which clocks change.
        "2026-03-27T12:00, 1, 2026-03-31T00:00",
        "2026-10-23T12:00, 1, 2026-10-27T00:00",
    })
    void countsWholeWorkingDaysFromTheNextOneOn(String begin, int days, String end) {
        assertThat(calendar.end(new Term.WorkingDays(days), sofia(begin))).isEqualTo(sofia(end));
    }

    @Test
    void countsHoursByTheClockThatDoesNotChange() {
        var begin = sofia("2026-03-28T12:00");

        var end = calendar.end(new Term.Elapsed(Duration.ofHours(24)), begin);

        assertThat(end).isEqualTo(sofia("2026-03-29T13:00"));
    }

    @Test
    void readsTermsAsTheyAreWritten() {
        assertThat(Term.parse("2 working days")).isEqualTo(new Term.WorkingDays(2));
        assertThat(Term.parse(" 1 working day ")).isEqualTo(new Term.WorkingDays(1));
        assertThat(Term.parse("PT4H")).isEqualTo(new Term.Elapsed(Duration.ofHours(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 working days", "251 working days", "PT0S", "-PT1H"})
    void refusesTermsThatAreNone(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "two working days", "2 days", ""})
    void refusesWhatIsNoTerm(String written) {
        assertThatExceptionOfType(DateTimeParseException.class)
                .isThrownBy(() -> Term.parse(written));
    }

    @Test
    void refusesAWeekWithoutWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar(SOFIA, Set.of(), true, Set.of(), Set.of()));
    }

    private static WorkingCalendar calendar(Set<LocalDate> alsoOff, Set<LocalDate> alsoWorked) {
        return new WorkingCalendar(SOFIA, WEEKDAYS, true, alsoOff, alsoWorked);
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static boolean isWeekend(LocalDate day) {
        return !WEEKDAYS.contains(day.getDayOfWeek());
    }

    private static Instant sofia(String local) {
        return LocalDateTime.parse(local).atZone(SOFIA).toInstant();
    }
}
