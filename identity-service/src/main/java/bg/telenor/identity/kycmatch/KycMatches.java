package bg.telenor.identity.kycmatch;

import bg.telenor.events.holdings.HoldingEvent.Capacity;
import bg.telenor.identity.domain.KnownPerson;
import bg.telenor.identity.domain.KycAttribute;
import bg.telenor.identity.kycmatch.KycPartners.Partner;
import bg.telenor.identity.reference.ConfirmedPersons;
import bg.telenor.identity.reference.GuessingGuard;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.projection.Holdings;
import bg.telenor.kit.projection.Holdings.Holding;
import bg.telenor.kit.records.Records;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.kit.value.Msisdn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Matches what a partner claims of the person of a phone number with what we keep of that person
 * from the register, which is not asked. Whoever is not matched, for whatever reason, is answered
 * like a number that nobody has: by the same look-ups and in the same form.
 */
@ApplicationScoped
class KycMatches {

    private static final RecordType RECORD = RecordType.IDENTITY_REFERENCE;

    /** The person of a number, and the reference that confirmed them. */
    private record Target(SubjectRef person, UUID reference) {}

    private final KycBudgets budgets;
    private final SubjectRefs refs;
    private final Holdings holdings;
    private final KycConsents consents;
    private final ConfirmedPersons persons;
    private final GuessingGuard guard;
    private final Records records;
    private final KycMatchConfig config;
    private final Clock clock;

    KycMatches(
            KycBudgets budgets,
            SubjectRefs refs,
            Holdings holdings,
            KycConsents consents,
            ConfirmedPersons persons,
            GuessingGuard guard,
            Records records,
            KycMatchConfig config,
            Clock clock) {
        this.budgets = budgets;
        this.refs = refs;
        this.holdings = holdings;
        this.consents = consents;
        this.persons = persons;
        this.guard = guard;
        this.records = records;
        this.config = config;
        this.clock = clock;
    }

    /**
     * How alike claimed and known values are, 0 to 100; what is not available is left out.
     *
     * @param number empty when it is none of ours to give out
     */
    @Transactional
    Map<KycAttribute, Integer> match(
            Partner partner, Optional<Msisdn> number, Map<KycAttribute, String> claimed) {
        var now = clock.instant();
        budgets.spend(partner, now);
        var comparable =
                claimed.entrySet().stream()
                        .filter(claim -> partner.attributes().contains(claim.getKey()))
                        .filter(claim -> claim.getKey().isHeld())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var target = number.map(refs::of).flatMap(of -> target(of, partner, now));
        return comparable.isEmpty()
                ? Map.of()
                : target.filter(of -> guard.mayCompare(of.person(), canonical(comparable), now))
                        .map(of -> compare(of, partner, comparable))
                        .orElse(Map.of());
    }

    /** An unknown number takes the same look-up, which finds nothing. */
    private Optional<Target> target(SubjectRef number, Partner partner, Instant now) {
        var all = holdings.ofNumber(number, now);
        var holder = only(all, Capacity.USER).or(() -> only(all, Capacity.SUBSCRIBER));
        var person = holder.map(Holding::person).orElse(number);
        var reference = persons.latest(person, now.minus(config.freshFor()));
        return holder.filter(
                        holding -> consents.stands(partner.purpose(), holding, isAlone(all), now))
                .flatMap(holding -> reference.map(found -> new Target(person, found)));
    }

    /** Of several persons in one capacity nobody knows who is meant. */
    private static Optional<Holding> only(List<Holding> holdings, Capacity capacity) {
        var inCapacity =
                holdings.stream().filter(holding -> holding.capacity() == capacity).toList();
        return isAlone(inCapacity) ? inCapacity.stream().findFirst() : Optional.empty();
    }

    private static boolean isAlone(List<Holding> holdings) {
        return holdings.stream().map(Holding::person).distinct().count() == 1;
    }

    private Map<KycAttribute, Integer> compare(
            Target target, Partner partner, Map<KycAttribute, String> claimed) {
        var likenesses =
                persons.open(target.reference())
                        .map(person -> compare(person, claimed))
                        .orElse(Map.of());
        if (!likenesses.isEmpty()) {
            records.disclosed(
                    RECORD,
                    target.reference(),
                    partner.purpose(),
                    partner.code(),
                    Map.of("matched", names(likenesses)));
        }
        return likenesses;
    }

    private static Map<KycAttribute, Integer> compare(
            KnownPerson person, Map<KycAttribute, String> claimed) {
        var likenesses = new EnumMap<KycAttribute, Integer>(KycAttribute.class);
        claimed.forEach(
                (attribute, value) ->
                        person.likeness(attribute, value)
                                .ifPresent(likeness -> likenesses.put(attribute, likeness)));
        return likenesses;
    }

    private static Map<KycAttribute, String> canonical(Map<KycAttribute, String> claimed) {
        var canonical = new EnumMap<KycAttribute, String>(KycAttribute.class);
        claimed.forEach((attribute, value) -> canonical.put(attribute, attribute.canonical(value)));
        return canonical;
    }

    private static String names(Map<KycAttribute, Integer> likenesses) {
        return likenesses.keySet().stream()
                .map(KycAttribute::camaraName)
                .collect(Collectors.joining(","));
    }
}
