package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Address;
import bg.telenor.identity.domain.Claim;
import bg.telenor.identity.domain.IdentityReference.Refused;
import bg.telenor.identity.domain.KnownPerson;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.RegisteredPerson;
import bg.telenor.identity.domain.Verdict;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;

/**
 * The personal data of a reference, kept sealed: while it is pending what is needed to ask, and
 * afterwards what the purpose allows of the answer.
 *
 * @param askedBy the employee, who is named to the register
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferenceContent(
        PersonalNumber identifier,
        DocumentNumber documentNumber,
        Claim claimed,
        String askedBy,
        PersonNames fullName,
        LocalDate documentIssuedOn,
        String documentIssuedAt,
        String documentIssuer,
        Address permanentAddress,
        ReferenceView.Match match,
        Boolean documentValid,
        Boolean ofAge) {

    private static final ReferenceContent NOTHING = pending(null, null, null, null);

    static ReferenceContent pending(
            PersonalNumber identifier, DocumentNumber document, Claim claimed, String askedBy) {
        return new ReferenceContent(
                identifier,
                document,
                claimed,
                askedBy,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What stays when the register did not confirm: who was asked about, if even that. */
    ReferenceContent refused(Refused refused) {
        return refused.reason().leavesNothing() ? NOTHING : refused(refused.verdict());
    }

    private ReferenceContent refused(Verdict verdict) {
        return new ReferenceContent(
                identifier,
                documentNumber,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ReferenceView.Match.of(verdict.matches()),
                verdict.documentValid(),
                verdict.ofAge());
    }

    /** Of the register's answer only what may be kept, by the fields' names. */
    ReferenceContent confirmed(RegisteredPerson person, Verdict verdict, Set<String> allowed) {
        var document = person.document();
        return new ReferenceContent(
                identifier,
                documentNumber,
                null,
                null,
                allowed.contains("fullName") ? person.fullName() : null,
                allowed.contains("documentIssuedOn") ? document.issuedOn() : null,
                allowed.contains("documentIssuedAt") ? document.issuedIn() : null,
                allowed.contains("documentIssuer") ? document.issuer() : null,
                allowed.contains("permanentAddress") ? person.address() : null,
                ReferenceView.Match.of(verdict.matches()),
                verdict.documentValid(),
                verdict.ofAge());
    }

    /** What claims about the person can be compared with later. */
    KnownPerson known() {
        var birthDate =
                switch (identifier) {
                    case Egn egn -> egn.birthDate();
                    case Lnch lnch -> null;
                };
        return new KnownPerson(fullName, birthDate, documentNumber, permanentAddress);
    }

    @Override
    public String toString() {
        return "ReferenceContent(masked)";
    }
}
