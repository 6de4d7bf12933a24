package bg.telenor.portability.domain;

import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who had one number of ours under contract, and when, as far as that is known. */
public record Subscribers(List<Term> terms) {

    /**
     * @param until exclusive; null while it lasts
     */
    public record Term(SubjectRef person, Instant from, Instant until) {

        boolean lastsWithin(Instant begin, Instant end) {
            return from.isBefore(end) && (until == null || until.isAfter(begin));
        }

        boolean lastsAt(Instant moment) {
            return !from.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }

    /** Whether somebody else has the number than on a day. */
    public enum Change {
        CHANGED,
        UNCHANGED,
        /** Who had it on that day is not known any more. */
        NOT_KNOWN
    }

    public Subscribers {
        terms = List.copyOf(terms);
    }

    public Set<SubjectRef> at(Instant moment) {
        return terms.stream()
                .filter(term -> term.lastsAt(moment))
                .map(Term::person)
                .collect(Collectors.toSet());
    }

    /**
     * What became of the number since a day. Who began on that day had it on that day, and a day
     * without a contract is one of a change.
     *
     * @param knownSince from when on all terms are known, also those that have ended
     */
    public Change since(LocalDate day, ZoneId zone, Instant now, Instant knownSince) {
        var begin = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var present = at(now);
        boolean hadByOthersAfter =
                terms.stream()
                        .filter(term -> term.lastsWithin(end, now))
                        .anyMatch(term -> !present.contains(term.person()));
        if (hadByOthersAfter) {
            return Change.CHANGED;
        }
        var thatDay = terms.stream().filter(term -> term.lastsWithin(begin, end)).toList();
        if (thatDay.stream().anyMatch(term -> present.contains(term.person()))) {
            return Change.UNCHANGED;
        }
        return thatDay.isEmpty() && begin.isBefore(knownSince) ? Change.NOT_KNOWN : Change.CHANGED;
    }
}
