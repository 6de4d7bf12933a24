package bg.telenor.consent.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which answers to a request are in. They come in any order, in pieces and more than once: a
 * service has answered a part when its last piece is there and all before it.
 */
public record AnswerSheet(int parts, Collection<Piece> pieces) {

    /**
     * One piece, as it came in.
     *
     * @param part from 1
     * @param piece from 0
     */
    public record Piece(String service, int part, int piece, boolean last) {}

    public AnswerSheet {
        pieces = List.copyOf(pieces);
    }

    /** Those of the expected services that have not answered every part, by name. */
    public List<String> missing(Set<String> expected) {
        return expected.stream().filter(service -> !answered(service)).sorted().toList();
    }

    private boolean answered(String service) {
        return IntStream.rangeClosed(1, parts).allMatch(part -> answered(service, part));
    }

    private boolean answered(String service, int part) {
        var own =
                pieces.stream()
                        .filter(piece -> piece.service().equals(service) && piece.part() == part)
                        .toList();
        var numbers = own.stream().map(Piece::piece).collect(Collectors.toSet());
        return own.stream()
                .filter(Piece::last)
                .anyMatch(
                        last -> IntStream.rangeClosed(0, last.piece()).allMatch(numbers::contains));
    }
}
