package bg.telenor.launcher.demo;

import java.time.Duration;
import java.util.Locale;

/** Tells the audience what is asked and what is answered. */
final class Narrator {

    private static final int LONGEST = 400;

    void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    void answer(String method, String path, int status, String body) {
        var shown =
                body.length() <= LONGEST
                        ? body
                        : body.substring(0, LONGEST) + "… (" + body.length() + " characters)";
        say("    " + method + " " + path + " → " + status + " " + shown);
    }

    void passed(Duration took) {
        say(String.format(Locale.ROOT, "    passed in %.1f s", took.toMillis() / 1000.0));
    }

    void failed(String why) {
        say("    FAILED: " + why);
    }
}
