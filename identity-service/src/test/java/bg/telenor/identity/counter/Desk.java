package bg.telenor.identity.counter;

import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.TestToken;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A clerk whom no other test knows, and the officer who may look at what they did. */
final class Desk {

    private static final AtomicInteger CLERKS = new AtomicInteger();

    final String clerk = "clerk-" + CLERKS.incrementAndGet() + "-" + UUID.randomUUID();

    TestToken token() {
        return Suite.token("shop").employee(clerk);
    }

    Response ask(String body) {
        return askAs(token(), body);
    }

    static Response askAs(TestToken token, String body) {
        return Counter.request(token.text())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/references");
    }

    String ref() {
        return Suite.subjectRefs().ofEmployee(clerk).value();
    }

    /** As if the clerk had asked so often, so many minutes ago. */
    void askedBefore(int times, int minutesAgo) {
        Counter.column(
                """
                insert into counter_question
                       (reference_id, clerk_ref, shop, case_id, asked_at)
                select gen_random_uuid(), '%s', 'SOFIA-01', gen_random_uuid(),
                       now() - interval '%d minutes'
                  from generate_series(1, %d) returning reference_id
                """
                        .formatted(ref(), minutesAgo, times));
    }

    /** What the officer sees of this clerk, the newest first. */
    List<Map<String, String>> flags() {
        return allFlags().stream().filter(flag -> clerk.equals(flag.get("clerk"))).toList();
    }

    List<String> kinds() {
        return flags().stream().map(flag -> flag.get("kind")).toList();
    }

    /** Page by page. */
    static List<Map<String, String>> allFlags() {
        var flags = new ArrayList<Map<String, String>>();
        String next = "";
        while (next != null) {
            var page = Counter.request(officer()).get("/v1/clerk-flags" + next);
            page.then().statusCode(200);
            flags.addAll(page.jsonPath().getList("flags"));
            var last = page.jsonPath().getString("next");
            next = last == null ? null : "?after=" + last;
        }
        return flags;
    }

    static String officer() {
        return Suite.token("shop").scopes("clerk-flags.read").employee("officer").text();
    }
}
