package bg.telenor.consent.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of what is kept about a person.
 *
 * @param next where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = RecordList.EXAMPLE)
record RecordList(List<RecordView> records, String next) {

    static final String EXAMPLE =
            """
            {
              "records": [
                {
                  "id": "3c6d9d6e-1f0b-4b7e-9b53-6a4f6f0f7c55",
                  "record": "IDENTITY_REFERENCE",
                  "service": "identity-service",
                  "source": "REGIX_BDS",
                  "sourceTitle": "the information funds for Bulgarian personal documents",
                  "purpose": "CONTRACT_CONCLUSION",
                  "purposeTitle": "Identification when a contract is concluded",
                  "basis": "GDPR art. 6(1)(c)",
                  "caseId": "0f4a3c6e-6a0b-4d8e-9f53-2a4f6f0f7c11",
                  "receivedAt": "2026-03-02T12:00:00Z",
                  "retainUntil": "2026-09-02",
                  "status": "HELD",
                  "disclosures": []
                }
              ]
            }\
            """;
}
