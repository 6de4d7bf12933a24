package bg.telenor.portability.domain;

import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which operator holds which range of numbers, and when. At any moment a number is of one range at
 * most. Ranges are found digit by digit, so that their number does not matter.
 */
public final class NumberingPlan {

    private static final int COUNTRY_PREFIX = "+359".length();
    private static final int DIGITS = 10;

    /**
     * Two ranges of one time that have numbers in common, by their places in what was given.
     *
     * @param place of the later one, from 0
     * @param with of the earlier one
     */
    public record Overlap(int place, int with) {}

    /** What is known after some digits: how it may go on, and the ranges that begin just so. */
    private static final class Node {
        private final Node[] next = new Node[DIGITS];
        private final List<Integer> places = new ArrayList<>();
        private NumberRange[] ranges = {};
    }

    private final List<NumberRange> ranges;
    private final Node root = new Node();

    /**
     * @throws IllegalArgumentException when ranges overlap
     */
    public NumberingPlan(List<NumberRange> ranges) {
        this.ranges = List.copyOf(ranges);
        if (!fill(root, this.ranges).isEmpty()) {
            throw new IllegalArgumentException("two ranges of one time have numbers in common");
        }
    }

    /** All overlaps in a list that is to be a plan: per range the first one with one before it. */
    public static List<Overlap> overlaps(List<NumberRange> ranges) {
        return fill(new Node(), ranges);
    }

    /** The ranges by their digits, and of the same digits the earlier first. */
    public List<NumberRange> ranges() {
        return ranges.stream().sorted(NumberRange.ORDER).toList();
    }

    /** The range that a number is of at a moment. */
    public Optional<NumberRange> at(Msisdn number, Instant moment) {
        return Optional.ofNullable(find(number.e164(), moment));
    }

    /** Whose range a number is of at a moment; null when nobody's. */
    public OperatorCode holder(Msisdn number, Instant moment) {
        var range = find(number.e164(), moment);
        return range == null ? null : range.operator();
    }

    /** The ranges that a number was, is and will be of, the earliest first. */
    public List<NumberRange> of(Msisdn number) {
        var all = new ArrayList<NumberRange>();
        var node = root;
        for (int i = COUNTRY_PREFIX; node != null && i < number.e164().length(); i++) {
            node = node.next[number.e164().charAt(i) - '0'];
            if (node != null) {
                all.addAll(List.of(node.ranges));
            }
        }
        return all.stream().sorted((one, other) -> one.from().compareTo(other.from())).toList();
    }

    private NumberRange find(String e164, Instant moment) {
        var node = root;
        for (int i = COUNTRY_PREFIX; i < e164.length(); i++) {
            node = node.next[e164.charAt(i) - '0'];
            if (node == null) {
                return null;
            }
            for (var range : node.ranges) {
                if (range.lastsAt(moment)) {
                    return range;
                }
            }
        }
        return null;
    }

    private static List<Overlap> fill(Node root, List<NumberRange> ranges) {
        var overlaps = new ArrayList<Overlap>();
        for (int place = 0; place < ranges.size(); place++) {
            int with = put(root, ranges, place);
            if (with >= 0) {
                overlaps.add(new Overlap(place, with));
            }
        }
        return overlaps;
    }

    /** The place of a range that it overlaps with, or -1. */
    private static int put(Node root, List<NumberRange> ranges, int place) {
        var range = ranges.get(place);
        var node = root;
        int with = -1;
        for (int i = 0; i < range.firstDigits().length(); i++) {
            int digit = range.firstDigits().charAt(i) - '0';
            if (node.next[digit] == null) {
                node.next[digit] = new Node();
            }
            node = node.next[digit];
            with = with < 0 ? overlapping(node, ranges, range) : with;
        }
        with = with < 0 ? below(node, ranges, range) : with;
        node.places.add(place);
        node.ranges = node.places.stream().map(ranges::get).toArray(NumberRange[]::new);
        return with;
    }

    private static int overlapping(Node node, List<NumberRange> ranges, NumberRange range) {
        return node.places.stream()
                .filter(other -> ranges.get(other).overlaps(range))
                .findFirst()
                .orElse(-1);
    }

    private static int below(Node node, List<NumberRange> ranges, NumberRange range) {
        for (var next : node.next) {
            if (next != null) {
                int with = overlapping(next, ranges, range);
                with = with < 0 ? below(next, ranges, range) : with;
                if (with >= 0) {
                    return with;
                }
            }
        }
        return -1;
    }
}
