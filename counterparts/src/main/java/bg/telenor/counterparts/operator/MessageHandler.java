package bg.telenor.counterparts.operator;

import bg.telenor.counterparts.CounterpartServer;
import com.fasterxml.jackson.databind.JsonNode;

/** What an operator does with the messages of one path; who sent them has been checked. */
interface MessageHandler {

    /** Where the messages come in. */
    String path();

    /** The answer to a message, which is then signed. */
    Reply answer(JsonNode message) throws Exception;

    /** Registers what can be set and seen through the admin API. */
    void administer(CounterpartServer server);

    /** What is answered, as Jackson writes it. */
    record Reply(int status, Object body) {

        static Reply ok(Object body) {
            return new Reply(200, body);
        }
    }
}
