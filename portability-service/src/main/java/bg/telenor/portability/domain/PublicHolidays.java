package bg.telenor.portability.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public holidays of Bulgaria and the days off that make up for them (Labour Code art. 154), as
 * they have been since 2017. What the Council of Ministers declares for one year alone is not among
 * them.
 */
final class PublicHolidays {

    private static final List<MonthDay> FIXED =
            List.of(
                    MonthDay.of(Month.JANUARY, 1),
                    MonthDay.of(Month.MARCH, 3),
                    MonthDay.of(Month.MAY, 1),
                    MonthDay.of(Month.MAY, 6),
                    MonthDay.of(Month.MAY, 24),
                    MonthDay.of(Month.SEPTEMBER, 6),
                    MonthDay.of(Month.SEPTEMBER, 22),
                    MonthDay.of(Month.DECEMBER, 24),
                    MonthDay.of(Month.DECEMBER, 25),
                    MonthDay.of(Month.DECEMBER, 26));

    /** Good Friday to Easter Monday, in days after Easter Sunday. */
    private static final List<Integer> EASTER = List.of(-2, -1, 0, 1);

    /** The calendars of both churches are so far apart from March 1900 to February 2100. */
    private static final int JULIAN_TO_GREGORIAN_DAYS = 13;

    private PublicHolidays() {}

    /**
     * All days of a year that nobody works on besides weekends.
     *
     * @param year from 1901 to 2099
     */
    static Set<LocalDate> of(int year) {
        var easter = orthodoxEaster(year);
        var fixed = FIXED.stream().map(day -> day.atYear(year)).toList();
        var off =
                Stream.concat(fixed.stream(), EASTER.stream().map(easter::plusDays))
                        .collect(Collectors.toCollection(HashSet::new));
        // One that falls on a weekend moves to the next day that is still worked; Easter's do not.
        fixed.stream()
                .filter(PublicHolidays::isWeekend)
                .forEach(day -> off.add(nextWorked(day, off)));
        return off;
    }

    /** By the method of Meeus for the Julian calendar. */
    static LocalDate orthodoxEaster(int year) {
        if (year < 1901 || year > 2099) {
            throw new IllegalArgumentException("no Easter is known for the year " + year);
        }
        int moon = (19 * (year % 19) + 15) % 30;
        int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int days = moon + weekday + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(JULIAN_TO_GREGORIAN_DAYS);
    }

    private static LocalDate nextWorked(LocalDate holiday, Set<LocalDate> off) {
        return Stream.iterate(holiday, day -> day.plusDays(1))
                .filter(day -> !isWeekend(day) && !off.contains(day))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
