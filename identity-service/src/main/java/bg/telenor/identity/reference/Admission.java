package bg.telenor.identity.reference;

import static bg.telenor.identity.IdentityError.BIRTH_DATE_IN_FUTURE;
import static bg.telenor.identity.IdentityError.ROLE_NOT_ALLOWED;
import static bg.telenor.kit.problem.CommonError.PURPOSE_NOT_ALLOWED;

import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.identity.reference.References.Wanted;
import bg.telenor.identity.regix.RegixConfig;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** What is refused before anything of it is kept, and before the register is asked. */
@ApplicationScoped
class Admission {

    private final Catalogue catalogue;
    private final RegixConfig regix;

    Admission(Catalogue catalogue, RegixConfig regix) {
        this.catalogue = catalogue;
        this.regix = regix;
    }

    /**
     * @throws ProblemException saying why the question cannot be asked
     */
    void refuseWhatCannotBe(Wanted wanted, Instant now) {
        refuseWhatIsNotServed(wanted);
        refuseTheUnborn(wanted, LocalDate.ofInstant(now, IdentityReference.SOFIA));
    }

    /** Served is what the catalogue knows capacities for, and the configuration a ground. */
    private void refuseWhatIsNotServed(Wanted wanted) {
        var capacities = catalogue.of(wanted.purpose()).capacities();
        if (capacities.isEmpty() || !regix.grounds().containsKey(wanted.purpose())) {
            throw new ProblemException(PURPOSE_NOT_ALLOWED);
        }
        if (!capacities.contains(ReferenceEvents.published(wanted.role()))) {
            throw new ProblemException(ROLE_NOT_ALLOWED);
        }
    }

    private static void refuseTheUnborn(Wanted wanted, LocalDate today) {
        var claimed = wanted.claim().birthDate();
        if (wanted.identifier().isOfUnborn(today) || (claimed != null && claimed.isAfter(today))) {
            throw new ProblemException(BIRTH_DATE_IN_FUTURE);
        }
    }
}
