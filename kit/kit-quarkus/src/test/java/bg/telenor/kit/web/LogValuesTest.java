package bg.telenor.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class LogValuesTest {

    private final LogValues filter = new LogValues();

    @Test
    void masksNumbersThatCameAsParameters() {
        var record = record("customer %s called %s");
        record.setParameters(new Object[] {"7521011234", "+359888001234"});

        filter.isLoggable(record);

        assertThat(new PatternFormatter("%s").format(record))
                .isEqualTo("customer (masked) called (masked)");
    }

    @Test
    void leavesOtherMessagesAsTheyAre() {
        var record = record("relayed %s events in %s ms");
        record.setParameters(new Object[] {17, 250});

        filter.isLoggable(record);

        assertThat(new PatternFormatter("%s").format(record))
                .isEqualTo("relayed 17 events in 250 ms");
    }

    @Test
    void takesTheWordsFromExceptionsAndTheirCauses() {
        var record = record("failed");
        record.setThrown(
                new IllegalStateException(
                        "name Privat", new IllegalArgumentException("number 7521011234")));

        filter.isLoggable(record);

        assertThat(trace(record.getThrown()))
                .contains("IllegalStateException", "IllegalArgumentException", "LogValuesTest")
                .doesNotContain("Privat", "7521011234");
    }

    @Test
    void survivesACycleOfCauses() {
        var first = new IllegalStateException("a");
        var second = new IllegalStateException("b", first);
        first.initCause(second);
        var record = record("failed");
        record.setThrown(first);

        assertThat(filter.isLoggable(record)).isTrue();
    }

    private static ExtLogRecord record(String format) {
        return new ExtLogRecord(Level.INFO, format, FormatStyle.PRINTF, "test");
    }

    private static String trace(Throwable thrown) {
        var out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
