package bg.telenor.identity.regix;

import java.util.List;
import java.util.Map;

/**
 * What was taken from an answer's data.
 *
 * @param request the argument as the register repeats it, by name
 * @param kind the name of the response's root, which says what register it is of
 * @param response the texts that we read, by path below the response's root
 * @param statuses from when to when each status of a foreigner's residence is one
 * @param photo the picture in base64, or null where there is none or it is not taken
 */
record ParsedAnswer(
        Map<String, String> request,
        String kind,
        Map<String, String> response,
        List<Map<String, String>> statuses,
        String photo) {

    ParsedAnswer {
        statuses = List.copyOf(statuses);
    }

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
