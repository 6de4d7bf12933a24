package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table of what each row does to each column's state: the name of the state that follows, {@code
 * =} for nothing, {@code X} for a refusal.
 */
record TransitionTable(Map<String, Map<String, String>> rows) {

    /** Reads columns from the first line, a row from every other; cells are parted by blanks. */
    static TransitionTable parse(String text) {
        var lines = text.strip().lines().map(line -> line.strip().split("\\s+")).toList();
        var columns = lines.getFirst();
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            assertThat(line).as(line[0]).hasSize(columns.length + 1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], line[i + 1]);
            }
            rows.put(line[0], row);
        }
        return new TransitionTable(rows);
    }

    /** Every row by every state, and nothing else, is in the table and is so. */
    <S, R> void check(Map<String, S> states, Map<String, R> what, BiFunction<S, R, S> move) {
        assertThat(what.keySet()).isEqualTo(rows.keySet());
        what.forEach(
                (name, row) -> {
                    assertThat(states.keySet()).isEqualTo(rows.get(name).keySet());
                    states.forEach(
                            (state, from) ->
                                    assertThat(outcome(from, () -> move.apply(from, row)))
                                            .as("%s of %s", name, state)
                                            .isEqualTo(rows.get(name).get(state)));
                });
    }

    /** The names of the records of a sealed interface, however deep they are. */
    static Stream<String> leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(c -> c.isInterface() ? leaves(c) : Stream.of(c.getSimpleName()));
    }

    private static String outcome(Object from, Supplier<?> move) {
        try {
            var after = move.get();
            return after.equals(from) ? "=" : after.getClass().getSimpleName();
        } catch (IllegalMove e) {
            return "X";
        }
    }
}
