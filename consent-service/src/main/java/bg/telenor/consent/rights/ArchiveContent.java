package bg.telenor.consent.rights;

import bg.telenor.consent.answers.AnswerKey;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is sealed for the answer to a request: first the private key that opens the services'
 * answers, then the document made from them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveContent(String answerKey, JsonNode document) {

    static ArchiveContent awaiting(AnswerKey key) {
        return new ArchiveContent(key.write(), null);
    }

    static ArchiveContent of(JsonNode document) {
        return new ArchiveContent(null, document);
    }
}
