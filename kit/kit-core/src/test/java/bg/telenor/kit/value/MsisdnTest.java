package bg.telenor.kit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+359888001234",
                "00359888001234",
                "0888001234",
                "0888 00 12 34",
                "088-800-1234",
                "(0888) 001234",
            })
    void readsEveryWayOfWritingANumber(String written) {
        assertThat(Msisdn.of(written).e164()).isEqualTo("+359888001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"043012345", "0700 10 123", "02 9801234"})
    void readsNumbersOfAllLengths(String written) {
        assertThat(Msisdn.of(written).e164()).startsWith("+359");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "+40721234567",
                "+4915112345678",
                "+447400123456",
                "08880",
                "088800123456",
                "0887654321098765",
                "telephone",
                "+",
            })
    void refusesWhatIsNoNumberOfTheCountry(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Msisdn.of(written))
                .withMessageStartingWith("number");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0888001234", "359888001234", "+35988800123x"})
    void isHeldInItsCanonicalFormAlone(String form) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Msisdn(form));
    }

    @Test
    void printsMasked() {
        assertThat(Msisdn.of("0888001234")).hasToString("MSISDN(masked)");
    }

    /** Every beginning of four digits, in every length, each with an end by chance. */
    @Test
    void whatNeedsNoParsingIsWhatTheNumberingPlanSays() {
        var util = PhoneNumberUtil.getInstance();
        var random = new Random(20261126);
        int plain = 0;
        for (int length = 6; length <= 10; length++) {
            for (int begin = 0; begin < 10_000; begin++) {
                var written =
                        "+359%%04d%%0%dd"
                                .formatted(length - 4)
                                .formatted(begin, random.nextInt((int) Math.pow(10, length - 4)));
                if (Msisdn.isPlainMobile(written)) {
                    plain++;
                    assertThat(parsed(util, written)).isEqualTo(written);
                }
            }
        }
        assertThat(plain).isEqualTo(420);
    }

    private static String parsed(PhoneNumberUtil util, String written) {
        try {
            var number = util.parse(written, "BG");
            return util.isValidNumberForRegion(number, "BG")
                    ? util.format(number, PhoneNumberFormat.E164)
                    : "none";
        } catch (NumberParseException e) {
            return "none";
        }
    }
}
