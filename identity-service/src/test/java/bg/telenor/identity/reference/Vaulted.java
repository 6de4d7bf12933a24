package bg.telenor.identity.reference;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.Records;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What is kept of a reference, seen through the vault. */
@ApplicationScoped
class Vaulted {

    private final Records records;

    Vaulted(Records records) {
        this.records = records;
    }

    JsonNode content(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> records.open(RecordType.IDENTITY_REFERENCE, id, JsonNode.class))
                .orElseThrow();
    }

    List<String> fields(UUID id) {
        return content(id).properties().stream().map(field -> field.getKey()).toList();
    }
}
