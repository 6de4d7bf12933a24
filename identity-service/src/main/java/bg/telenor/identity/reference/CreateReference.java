package bg.telenor.identity.reference;

import bg.telenor.identity.domain.Address;
import bg.telenor.identity.domain.Claim;
import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.PersonalNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /v1/references}.
 *
 * @param identifier whose type is declared, never guessed
 * @param documentKind or null for the usual one: the identity card of somebody with an EGN, the
 *     residence permit of somebody with an LNCh
 * @param photo whether the register's picture is to be shown at the counter; left out means no
 * @param claimed what the person says of themselves, to be matched; may be left out
 * @param callback whether the client is called back once it is decided, where it has registered
 */
@Schema(examples = CreateReference.EXAMPLE)
record CreateReference(
        @NotNull PersonalNumber identifier,
        @NotNull DocumentNumber documentNumber,
        DocumentKind documentKind,
        @NotNull Purpose purpose,
        @NotNull Role role,
        @NotNull UUID caseId,
        Boolean photo,
        @Valid Claimed claimed,
        Boolean callback) {

    static final String EXAMPLE =
            """
            {
              "identifier": {"type": "EGN", "value": "3021011000"},
              "documentNumber": "AA2101100",
              "documentKind": "IDENTITY_CARD",
              "purpose": "CONTRACT_CONCLUSION",
              "role": "USER",
              "caseId": "0f4a3c6e-6a0b-4d8e-9f53-2a4f6f0f7c11",
              "claimed": {
                "names": {"first": "Вебабаслав", "family": "Вебабаизмислен"},
                "birthDate": "1830-01-01",
                "address": {"settlement": "Небивалово", "location": "ул. Мислена", "building": "1"}
              }
            }\
            """;

    record Claimed(@Valid Names names, LocalDate birthDate, @Valid ClaimedAddress address) {

        /** What is to be compared; nothing where nothing is claimed. */
        static Claim claim(Claimed claimed) {
            if (claimed == null) {
                return Claim.NONE;
            }
            var names = claimed.names();
            return new Claim(
                    names == null
                            ? null
                            : new PersonNames(names.first(), names.father(), names.family()),
                    claimed.birthDate(),
                    claimed.address() == null ? null : claimed.address().address());
        }

        @Override
        public String toString() {
            return "Claimed(masked)";
        }
    }

    /** As written by hand, in either alphabet. */
    record Names(
            @NotNull @Pattern(regexp = NAME) String first,
            @Pattern(regexp = NAME) String father,
            @NotNull @Pattern(regexp = NAME) String family) {

        private static final String NAME = "[\\p{L} .'’-]{1,100}";

        @Override
        public String toString() {
            return "Names(masked)";
        }
    }

    /** The permanent address, as written by hand; any part may be left out. */
    record ClaimedAddress(
            @Size(max = 100) String district,
            @Size(max = 100) String municipality,
            @Size(max = 100) String settlement,
            @Size(max = 100) String location,
            @Size(max = 100) String building,
            @Size(max = 100) String entrance,
            @Size(max = 100) String floor,
            @Size(max = 100) String apartment) {

        private Address address() {
            return new Address(
                    district,
                    municipality,
                    settlement,
                    location,
                    building,
                    entrance,
                    floor,
                    apartment);
        }

        @Override
        public String toString() {
            return "ClaimedAddress(masked)";
        }
    }

    References.Wanted wanted() {
        var kind = documentKind == null ? DocumentKind.usualFor(identifier) : documentKind;
        return new References.Wanted(
                identifier,
                documentNumber,
                kind,
                purpose,
                role,
                caseId,
                Boolean.TRUE.equals(photo),
                Claimed.claim(claimed),
                Boolean.TRUE.equals(callback));
    }
}
