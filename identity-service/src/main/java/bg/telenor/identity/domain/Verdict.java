package bg.telenor.identity.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What follows from the register's data: each field true, false, or null where it is not available.
 */
public record Verdict(Boolean names, Boolean birthDate, Boolean documentValid, Boolean ofAge) {

    private static final int FULL_AGE = 18;

    public static final Verdict NONE = new Verdict(null, null, null, null);

    static Verdict of(RegisteredPerson person, Claim claim, LocalDate today) {
        var names =
                (person.names() == null || claim.names() == null)
                        ? null
                        : person.names().match(claim.names());
        var birthDate =
                (person.birthDate() == null || claim.birthDate() == null)
                        ? null
                        : (Boolean) person.birthDate().equals(claim.birthDate());
        return new Verdict(
                names,
                birthDate,
                valid(person.document(), today),
                person.birthDate() == null ? null : (Boolean) isOfAge(person.birthDate(), today));
    }

    /** Whether somebody born on a day is of age; on the eighteenth birthday they are. */
    public static boolean isOfAge(LocalDate birthDate, LocalDate today) {
        return !birthDate.plusYears(FULL_AGE).isAfter(today);
    }

    /** Why a person is not confirmed, or empty. What is not available refuses nobody. */
    Optional<Reason> objection() {
        if (Boolean.FALSE.equals(documentValid)) {
            return Optional.of(Reason.DOCUMENT_NOT_VALID);
        }
        return Boolean.FALSE.equals(names) || Boolean.FALSE.equals(birthDate)
                ? Optional.of(Reason.MISMATCH)
                : Optional.empty();
    }

    private static Boolean valid(RegisteredPerson.Document document, LocalDate today) {
        if (document == null) {
            return null;
        }
        boolean expired = document.validUntil() != null && document.validUntil().isBefore(today);
        if (expired) {
            return false;
        }
        return document.valid() != null
                ? document.valid()
                : document.validUntil() == null ? null : (Boolean) true;
    }
}
