package bg.telenor.portability.domain;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether we, as donor, let numbers go to the person who asks for them.
 *
 * @param afterHolderChange how long a number stays after it changed hands
 */
public record DonorCheck(OperatorCode self, Duration afterHolderChange) {

    /**
     * What we know of one number.
     *
     * @param servedBy empty when nobody does
     * @param subscriber whose contract the number belongs to, empty when it is not in use
     * @param others who else has to do with the number: its user, a representative
     * @param heldSince when the subscriber took it over from another, empty when nobody had it
     * @param porting whether it is on its way to somebody else already
     * @param locked whether its subscriber has forbidden that it leaves
     */
    public record Facts(
            Optional<OperatorCode> servedBy,
            Optional<SubjectRef> subscriber,
            Set<SubjectRef> others,
            Optional<Instant> heldSince,
            boolean porting,
            boolean locked) {

        public Facts {
            others = Set.copyOf(others);
        }
    }

    /** The grounds against; none means that all numbers may go together. */
    public Set<RejectCode> groundsAgainst(SubjectRef applicant, List<Facts> numbers, Instant at) {
        var grounds = EnumSet.noneOf(RejectCode.class);
        numbers.forEach(number -> grounds.addAll(of(applicant, number, at)));
        return grounds;
    }

    private Set<RejectCode> of(SubjectRef applicant, Facts number, Instant at) {
        if (number.servedBy().isEmpty()) {
            return EnumSet.of(RejectCode.NUMBER_UNKNOWN);
        }
        if (!number.servedBy().get().equals(self)) {
            return EnumSet.of(RejectCode.NOT_DONOR);
        }
        if (number.subscriber().isEmpty()) {
            return EnumSet.of(RejectCode.NUMBER_INACTIVE);
        }
        if (!number.subscriber().get().equals(applicant)) {
            // What else stands against it is between the subscriber and us.
            return EnumSet.of(
                    number.others().contains(applicant)
                            ? RejectCode.NOT_HOLDER
                            : RejectCode.ID_MISMATCH);
        }
        var grounds = EnumSet.noneOf(RejectCode.class);
        if (number.porting()) {
            grounds.add(RejectCode.ALREADY_PORTING);
        }
        if (number.locked()) {
            grounds.add(RejectCode.PORT_LOCKED);
        }
        if (number.heldSince()
                .filter(since -> at.isBefore(since.plus(afterHolderChange)))
                .isPresent()) {
            grounds.add(RejectCode.HOLDER_CHANGED);
        }
        return grounds;
    }
}
