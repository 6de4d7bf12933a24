package bg.telenor.identity.reference;

import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.IdentityReference;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /v1/references/{id}/correction}: all that was asked, as it ought to have
 * been. Case, purpose and role are the wrong reference's.
 */
@Schema(examples = CorrectReference.EXAMPLE)
record CorrectReference(
        @NotNull PersonalNumber identifier,
        @NotNull DocumentNumber documentNumber,
        DocumentKind documentKind,
        @Valid CreateReference.Claimed claimed) {

    static final String EXAMPLE =
            """
            {
              "identifier": {"type": "EGN", "value": "3021011000"},
              "documentNumber": "AA2101100",
              "claimed": {"names": {"first": "Вебабаслав", "family": "Вебабаизмислен"}}
            }\
            """;

    References.Wanted wanted(IdentityReference.Request wrong) {
        var kind = documentKind == null ? DocumentKind.usualFor(identifier) : documentKind;
        return new References.Wanted(
                identifier,
                documentNumber,
                kind,
                wrong.purpose(),
                wrong.role(),
                wrong.caseId(),
                false,
                CreateReference.Claimed.claim(claimed),
                false);
    }
}
