package bg.telenor.identity.domain;

import bg.telenor.identity.domain.IdentityReference.Confirmed;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.IdentityReference.Request;
import java.time.Instant;
import java.time.LocalDate;

/** What the register's data mean for the one who was asked about. */
final class Judgement {

    private Judgement() {}

    static IdentityReference of(
            Request request,
            RegisteredPerson person,
            Claim claim,
            boolean guarded,
            Terms terms,
            Instant at) {
        var today = LocalDate.ofInstant(at, IdentityReference.SOFIA);
        var verdict = Verdict.of(person, claim, today);
        if (person.deceased()) {
            return new Refused(request, Reason.PERSON_DECEASED, Verdict.NONE, at);
        }
        if (person.isMinor(today) && (!guarded || request.role().actsForAnother())) {
            return new Refused(request, Reason.GUARDIAN_REQUIRED, Verdict.NONE, at);
        }
        return verdict.objection()
                .<IdentityReference>map(reason -> new Refused(request, reason, verdict, at))
                .orElseGet(() -> new Confirmed(request, verdict, at, at.plus(terms.fresh())));
    }
}
