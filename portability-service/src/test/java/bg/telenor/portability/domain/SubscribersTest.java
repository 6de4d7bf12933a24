package bg.telenor.portability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.portability.domain.Subscribers.Change;
import bg.telenor.portability.domain.Subscribers.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscribersTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final SubjectRef ANN = new SubjectRef("egn:1:" + "A".repeat(43));
    private static final SubjectRef BEN = new SubjectRef("egn:1:" + "B".repeat(43));
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final Instant KNOWN_SINCE = Instant.parse("2026-08-04T12:00:00Z");

    @Test
    void isUnchangedFromTheDayOnWhichItsHolderBegan() {
        var subscribers = new Subscribers(List.of(term(ANN, "2026-09-09T21:30:00Z", null)));

        assertThat(since(subscribers, "2026-09-09")).isEqualTo(Change.CHANGED);
        assertThat(since(subscribers, "2026-09-10")).isEqualTo(Change.UNCHANGED);
        assertThat(since(subscribers, "2026-11-02")).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void isChangedSinceAnotherHadIt() {
        var subscribers =
                new Subscribers(
                        List.of(
                                term(ANN, "2026-08-10T08:00:00Z", "2026-09-25T08:00:00Z"),
                                term(BEN, "2026-10-21T08:00:00Z", null)));

        assertThat(since(subscribers, "2026-08-12")).isEqualTo(Change.CHANGED);
        assertThat(since(subscribers, "2026-09-25")).isEqualTo(Change.CHANGED);
        assertThat(since(subscribers, "2026-10-01")).isEqualTo(Change.CHANGED);
        assertThat(since(subscribers, "2026-10-21")).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void isChangedWhenAnotherHadItInBetween() {
        var subscribers =
                new Subscribers(
                        List.of(
                                term(ANN, "2026-08-10T08:00:00Z", "2026-09-01T08:00:00Z"),
                                term(BEN, "2026-09-05T08:00:00Z", "2026-09-10T08:00:00Z"),
                                term(ANN, "2026-09-15T08:00:00Z", null)));

        assertThat(since(subscribers, "2026-08-20")).isEqualTo(Change.CHANGED);
    }

    @Test
    void isUnchangedByANewContractOfTheSamePerson() {
        var subscribers =
                new Subscribers(
                        List.of(
                                term(ANN, "2026-08-10T08:00:00Z", "2026-09-01T08:00:00Z"),
                                term(ANN, "2026-09-15T08:00:00Z", null)));

        assertThat(since(subscribers, "2026-08-20")).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void isNotKnownWhereEndedTermsAreForgotten() {
        var subscribers = new Subscribers(List.of(term(ANN, "2026-09-10T08:00:00Z", null)));

        assertThat(since(subscribers, "2026-08-04")).isEqualTo(Change.NOT_KNOWN);
        assertThat(since(subscribers, "2026-08-05")).isEqualTo(Change.CHANGED);
    }

    @Test
    void isKnownHoweverLongAgoWhileItsHolderLasts() {
        var subscribers = new Subscribers(List.of(term(ANN, "2001-01-01T08:00:00Z", null)));

        assertThat(since(subscribers, "2001-01-01")).isEqualTo(Change.UNCHANGED);
        assertThat(since(subscribers, "2000-12-31")).isEqualTo(Change.NOT_KNOWN);
    }

    private static Change since(Subscribers subscribers, String day) {
        return subscribers.since(LocalDate.parse(day), SOFIA, NOW, KNOWN_SINCE);
    }

    private static Term term(SubjectRef person, String from, String until) {
        return new Term(person, Instant.parse(from), until == null ? null : Instant.parse(until));
    }
}
