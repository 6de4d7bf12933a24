package bg.telenor.portability.message;

import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message on the wire. Fields of later versions are ignored: the version answers for them. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        examples =
                """
                {"messageId":"4be0643f-1d98-473b-97cd-ca98a65347dd","version":1,"type":"PortReject",
                 "portingId":"7d444840-9dc0-41d1-b245-5ffdce74fad2","sender":"A1",
                 "receiver":"TELENOR","sentAt":"2026-03-02T12:00:00Z",
                 "body":{"codes":["ID_MISMATCH"]}}\
                """)
record MessageEnvelope(
        @NotNull UUID messageId,
        int version,
        @NotNull String type,
        @NotNull UUID portingId,
        @NotNull OperatorCode sender,
        @NotNull OperatorCode receiver,
        @NotNull Instant sentAt,
        @NotNull @Schema(type = SchemaType.OBJECT) Map<String, Object> body) {

    static final int VERSION = 1;
}
