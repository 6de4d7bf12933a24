package bg.telenor.portability.domain;

import static java.util.Objects.requireNonNull;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the customer asked for; it never changes.
 *
 * @param client whose request it is
 */
public record PortInRequest(
        UUID id,
        String client,
        UUID caseId,
        SubjectRef person,
        List<SubjectRef> numbers,
        OperatorCode donor,
        ContractType contract,
        Instant requestedAt) {

    public PortInRequest {
        requireNonNull(id, "id is null");
        requireNonNull(client, "client is null");
        requireNonNull(caseId, "caseId is null");
        requireNonNull(person, "person is null");
        requireNonNull(donor, "donor is null");
        requireNonNull(contract, "contract is null");
        requireNonNull(requestedAt, "requestedAt is null");
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a porting has at least one number");
        }
    }
}
