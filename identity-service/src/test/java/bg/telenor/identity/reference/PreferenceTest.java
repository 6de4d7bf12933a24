package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wait=0                     | 0
                    wait=12                    | 12
                    wait = "3"                 | 3
                    respond-async, wait=7      | 7
                    return=minimal; x=1,wait=2 | 2
                    wait=9999                  | 30
                    wait=-1                    | 5
                    wait=soon                  | 5
                    await=9                    | 5
                    ''                         | 5
                    """)
    void readsHowLongTheCallerWaits(String header, long seconds) {
        assertThat(Preference.fromString(header).patience()).hasSeconds(seconds);
    }
}
