package bg.telenor.debtcheck.check;

import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Who is to be asked about whom, and until when an answer counts. */
record OpenQuestion(
        UUID checkId, PersonalNumber identifier, Set<OperatorCode> operators, Instant until) {

    OpenQuestion {
        operators = Set.copyOf(operators);
    }

    /**
     * The same for every attempt, so that an operator asked again answers the same; different for
     * every operator, so that two of them cannot tell that it was one check.
     */
    UUID inquiryId(OperatorCode operator) {
        var name = "debt-inquiry|" + checkId + "|" + operator.value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
