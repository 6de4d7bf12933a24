package bg.telenor.portability.desk;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.OperatorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which portings the desk wants to see; what is null lets all through.
 *
 * @param since in their state since then or later
 * @param after those that come after this one in the list
 */
public record DeskFilter(
        String state, OperatorCode operator, Instant since, WaitsFor waitsFor, Place after) {

    /** A porting's place in the list, such as {@code 2026-03-02T12:00:00Z~<id>}. */
    public record Place(Instant since, UUID id) {

        private static Place parse(String written) {
            var parts = written.split("~", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }

        static Place of(Summary porting) {
            return new Place(porting.since(), porting.id());
        }

        @Override
        public String toString() {
            return since + "~" + id;
        }
    }

    /**
     * The filter as it stands in a query; what is absent is null.
     *
     * @throws ProblemException INVALID_REQUEST
     */
    static DeskFilter parse(
            String state, String operator, String since, WaitsFor waitsFor, String after) {
        return new DeskFilter(
                state,
                read(operator, OperatorCode::new),
                read(since, Instant::parse),
                waitsFor,
                read(after, Place::parse));
    }

    /** Null for what is absent. */
    static <T> T read(String written, Function<String, T> form) {
        try {
            return written == null ? null : form.apply(written);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ProblemException(CommonError.INVALID_REQUEST);
        }
    }

    /**
     * The states that the filter lets through, of all that there are.
     *
     * @throws ProblemException INVALID_REQUEST when the wanted state is none of them
     */
    public <S extends Enum<S>> List<S> states(S[] all, Function<S, WaitsFor> waiting) {
        if (state != null && Stream.of(all).noneMatch(one -> one.name().equals(state))) {
            throw new ProblemException(CommonError.INVALID_REQUEST);
        }
        return Stream.of(all)
                .filter(one -> state == null || one.name().equals(state))
                .filter(one -> waitsFor == null || waiting.apply(one) == waitsFor)
                .toList();
    }

    /**
     * The filter as a query over rows with {@code status}, {@code statusAt} and {@code id}.
     *
     * @param otherOperator the row's field of the other operator, a constant of the program
     */
    public String query(String otherOperator) {
        var conditions = new ArrayList<>(List.of("status in :states"));
        if (operator != null) {
            conditions.add(otherOperator + " = :operator");
        }
        if (since != null) {
            conditions.add("statusAt >= :since");
        }
        if (after != null) {
            conditions.add("(statusAt < :at or statusAt = :at and id > :id)");
        }
        return String.join(" and ", conditions) + " order by statusAt desc, id";
    }

    /** What the query's names stand for. */
    public Map<String, Object> parameters(List<? extends Enum<?>> states) {
        var parameters = new HashMap<String, Object>();
        parameters.put("states", states);
        if (operator != null) {
            parameters.put("operator", operator.value());
        }
        if (since != null) {
            parameters.put("since", since);
        }
        if (after != null) {
            parameters.put("at", after.since());
            parameters.put("id", after.id());
        }
        return parameters;
    }
}
