package bg.telenor.e2e;

import bg.telenor.kit.local.SuiteService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of docs/security.md that says who may call what. */
final class SecurityTable {

    private static final Pattern ROW =
            Pattern.compile("\\| ([a-z-]+) \\| (.+) \\| (`[a-z.:-]+`.*) \\| ([a-z0-9, -]+) \\|");
    private static final Pattern OPERATION = Pattern.compile("`([A-Z]+) ([^`]+)`");

    private record Row(String service, String method, String path, Set<String> callers) {}

    private final List<Row> rows;

    private SecurityTable(List<Row> rows) {
        this.rows = rows;
    }

    static SecurityTable read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return new SecurityTable(lines.flatMap(SecurityTable::rowsOf).toList());
        }
    }

    /**
     * @throws AssertionError when the table has no row for the operation
     */
    Set<String> callersOf(SuiteService service, String method, String path) {
        return rows.stream()
                .filter(row -> service.serviceName().startsWith(row.service()))
                .filter(row -> row.method().equals(method) && row.path().equals(path))
                .map(Row::callers)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "docs/security.md has no row for "
                                                + service.serviceName()
                                                + " "
                                                + method
                                                + " "
                                                + path));
    }

    boolean mayNot(String role, Set<String> callers) {
        return !callers.contains(role);
    }

    private static Stream<Row> rowsOf(String line) {
        var row = ROW.matcher(line);
        if (!row.matches()) {
            return Stream.empty();
        }
        var callers = Stream.of(row.group(4).split(", ")).collect(Collectors.toSet());
        return OPERATION
                .matcher(row.group(2))
                .results()
                .map(found -> new Row(row.group(1), found.group(1), found.group(2), callers));
    }
}
