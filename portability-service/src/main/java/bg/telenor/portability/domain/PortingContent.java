package bg.telenor.portability.domain;

import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.PersonalNumber;
import java.util.List;

/** The personal data of a porting, kept sealed: who wants to go with which numbers. */
public record PortingContent(
        PersonalNumber identifier, DocumentNumber documentNumber, List<Msisdn> numbers) {

    public PortingContent {
        numbers = List.copyOf(numbers);
    }
}
