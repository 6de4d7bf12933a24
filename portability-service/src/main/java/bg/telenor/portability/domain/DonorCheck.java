package bg.telenor.portability.domain;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether we, as donor, let numbers go to the person who asks for them. */
public record DonorCheck(OperatorCode self) {

    /**
     * What we know of one number.
     *
     * @param servedBy empty when nobody does
     * @param subscriber whose contract the number belongs to, empty when it is not in use
     * @param others who else has to do with the number: its user, a representative
     * @param porting whether it is on its way to somebody else already
     */
    public record Facts(
            Optional<OperatorCode> servedBy,
            Optional<SubjectRef> subscriber,
            Set<SubjectRef> others,
            boolean porting) {

        public Facts {
            others = Set.copyOf(others);
        }
    }

    /** The grounds against; none means that all numbers may go together. */
    public Set<RejectCode> groundsAgainst(SubjectRef applicant, List<Facts> numbers) {
        var grounds = EnumSet.noneOf(RejectCode.class);
        numbers.forEach(number -> grounds.addAll(of(applicant, number)));
        return grounds;
    }

    private Set<RejectCode> of(SubjectRef applicant, Facts number) {
        if (number.servedBy().isEmpty()) {
            return EnumSet.of(RejectCode.NUMBER_UNKNOWN);
        }
        if (!number.servedBy().get().equals(self)) {
            return EnumSet.of(RejectCode.NOT_DONOR);
        }
        if (number.subscriber().isEmpty()) {
            return EnumSet.of(RejectCode.NUMBER_INACTIVE);
        }
        var grounds = EnumSet.noneOf(RejectCode.class);
        if (!number.subscriber().get().equals(applicant)) {
            grounds.add(
                    number.others().contains(applicant)
                            ? RejectCode.NOT_HOLDER
                            : RejectCode.ID_MISMATCH);
        }
        if (number.porting()) {
            grounds.add(RejectCode.ALREADY_PORTING);
        }
        return grounds;
    }
}
