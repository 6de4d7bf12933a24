package bg.telenor.identity.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What follows from the register's data.
 *
 * @param documentValid null where it is not available
 * @param ofAge null where it is not available
 */
public record Verdict(Matches matches, Boolean documentValid, Boolean ofAge) {

    private static final int FULL_AGE = 18;

    public static final Verdict NONE = new Verdict(Matches.NONE, null, null);

    static Verdict of(RegisteredPerson person, Claim claim, LocalDate today) {
        return new Verdict(
                Matches.of(person, claim),
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
        return matches.contradict() ? Optional.of(Reason.MISMATCH) : Optional.empty();
    }

    private static Boolean valid(RegisteredPerson.Document document, LocalDate today) {
        if (document == null) {
            return null;
        }
        boolean expired = document.validUntil() != null && document.validUntil().isBefore(today);
        if (expired || !document.letsStayOn(today)) {
            return false;
        }
        return document.valid() != null
                ? document.valid()
                : document.validUntil() == null ? null : (Boolean) true;
    }
}
