package bg.telenor.kit.local;

import static java.util.stream.Collectors.joining;

import bg.telenor.kit.problem.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code docs/errors.md}: what stands before its first section is written by hand, each section is
 * made from an enum and checked by the tests of the module that the enum is in.
 */
public final class ErrorsDoc {

    private ErrorsDoc() {}

    /**
     * Checks the section of one enum; with {@code -Dsuite.docs.write=true} it is written first.
     *
     * @param title who answers with these errors
     * @throws AssertionError when the section is not what the enum says
     */
    public static <E extends Enum<E> & ErrorCode> void check(String title, Class<E> errors) {
        var file = file();
        var section = section(title, errors.getEnumConstants());
        try {
            var text = Files.readString(file);
            if ((text + "\n").contains(section)) {
                return;
            }
            if (!Boolean.getBoolean("suite.docs.write")) {
                throw new AssertionError(
                        "%s does not say of %s:%n%s%nRun the test with -Dsuite.docs.write=true and commit what it wrote."
                                .formatted(file, title, section));
            }
            Files.writeString(file, with(text + "\n", title, section).stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String title, ErrorCode[] errors) {
        return Arrays.stream(errors)
                .map(error -> row(error))
                .collect(
                        joining(
                                "",
                                "## " + title + "\n\n| code | status | meaning |\n|---|---|---|\n",
                                "\n"));
    }

    private static String row(ErrorCode error) {
        return "| `%s` | %d | %s |\n".formatted(error.name(), error.status(), error.message());
    }

    private static String with(String text, String title, String section) {
        var old =
                Pattern.compile("(?ms)^## " + Pattern.quote(title) + "$.*?(?=^## |\\z)")
                        .matcher(text);
        return old.find() ? old.replaceFirst(Matcher.quoteReplacement(section)) : text + section;
    }

    /** A module's tests run in its folder, which is somewhere below the repository's. */
    private static Path file() {
        return Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs/errors.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
