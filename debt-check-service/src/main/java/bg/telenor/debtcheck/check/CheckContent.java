package bg.telenor.debtcheck.check;

import bg.telenor.debtcheck.domain.DebtCheck;
import bg.telenor.debtcheck.domain.DeviceCategory;
import bg.telenor.debtcheck.domain.OperatorAnswer;
import bg.telenor.debtcheck.domain.Outcome;
import bg.telenor.kit.value.OperatorCode;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;

/**
 * What lies sealed of a debt check: until the decision whom to ask about, from then on what
 * decided, so that the decision can be explained and replayed. The identifier is not needed for
 * that and goes.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CheckContent(
        PersonalNumber identifier,
        DeviceCategory device,
        List<Answer> answers,
        Outcome outcome,
        Integer rules) {

    /** One operator's answer, and nothing more of it. */
    record Answer(OperatorCode operator, OperatorAnswer answer) {}

    CheckContent {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    static CheckContent toAsk(PersonalNumber identifier, DeviceCategory device) {
        return new CheckContent(identifier, device, List.of(), null, null);
    }

    static CheckContent decided(DebtCheck.Asking asking, DebtCheck.Decided decided) {
        var answers =
                asking.allAnswers().entrySet().stream()
                        .map(said -> new Answer(said.getKey(), said.getValue()))
                        .sorted(Comparator.comparing(said -> said.operator().value()))
                        .toList();
        return new CheckContent(
                null, decided.request().device(), answers, decided.outcome(), decided.rules());
    }
}
