package bg.telenor.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void readsLinesWhateverTheirEnd() throws IOException {
        assertThat(read("one\ntwo\r\n\nfour")).containsExactly("one", "two", "", "four");
    }

    @Test
    void seesNoLineAfterTheLastEnd() throws IOException {
        assertThat(read("one\n")).containsExactly("one");
        assertThat(read("")).isEmpty();
    }

    @Test
    void countsFromOne() throws IOException {
        var lines = lines("one\ntwo");

        lines.next();
        lines.next();

        assertThat(lines.number()).isEqualTo(2);
    }

    @Test
    void cutsALineThatIsTooLongAndGoesOnWithTheNext() throws IOException {
        var lines = lines("12345678\n" + "x".repeat(100_000) + "\nlast");

        var longest = lines.next().orElseThrow();
        var cut = lines.next().orElseThrow();

        assertThat(lines.isTooLong(longest)).isFalse();
        assertThat(lines.isTooLong(cut)).isTrue();
        assertThat(cut).hasSize(9);
        assertThat(lines.next())
                .hasValueSatisfying(line -> assertThat(line).asString().isEqualTo("last"));
    }

    private static List<String> read(String text) throws IOException {
        var all = new ArrayList<String>();
        try (var lines = lines(text)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(new String(line.get(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private static Lines lines(String text) {
        return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 8);
    }
}
