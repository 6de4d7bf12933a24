package bg.telenor.identity.regix;

import java.util.Map;

/**
 * What was taken from an answer's XML.
 *
 * @param faultCode of a SOAP fault, or null where there is none
 * @param callId the register's number of the call, or null
 * @param request the argument as the register repeats it, by name
 * @param response the texts that we read, by path below the response's root
 */
record ParsedAnswer(
        String faultCode,
        boolean ready,
        boolean hasError,
        String callId,
        Map<String, String> request,
        Map<String, String> response) {

    /** An answer that cannot be read; the message says nothing of its content. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    @Override
    public String toString() {
        return "ParsedAnswer(masked)";
    }
}
