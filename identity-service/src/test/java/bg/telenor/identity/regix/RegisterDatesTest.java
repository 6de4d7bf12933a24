package bg.telenor.identity.regix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterDatesTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2018-08-21T00:00:00,                2018-08-21
                    2018-08-21,                         2018-08-21
                    2018-08-21T23:30:00Z,               2018-08-21
                    2018-08-21T00:00:00+03:00,          2018-08-21
                    2018-08-21T00:00:00.0000000,        2018-08-21
                    2018-08-21+03:00,                   2018-08-21
                    21.08.2018,                         2018-08-21
                    21.08.2018 г.,                      2018-08-21
                    0001-01-01T00:00:00,
                    9999-12-31T00:00:00,
                    9999-12-31T23:59:59.9999999+02:00,
                    2018-02-30T00:00:00,
                    00.00.1980,
                    1980,
                    +12018-08-21,
                    -2018-08-21,
                    soon,
                    """)
    void readsDatesAsTheyAreWritten(String text, LocalDate date) {
        assertThat(RegisterDates.date(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2024-02-03,                         true
                    2024-02-30,                         true
                    00.00.2024,                         true
                    in February,                        true
                    0001-01-01T00:00:00,                false
                    01.01.0001,                         false
                    9999-12-31T23:59:59.9999999+02:00,  false
                    ,                                   false
                    """)
    void knowsWhetherADateIsSaidAtAll(String text, boolean said) {
        assertThat(RegisterDates.isSaid(text)).isEqualTo(said);
    }
}
