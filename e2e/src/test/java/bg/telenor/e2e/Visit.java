package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.demo.Customer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A customer at the counter: a person who does not exist, a case, and a number to bring along; none
 * of them used by another test.
 */
final class Visit {

    /** Begins anywhere, since what earlier runs ported stays ported. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100, 90_000));

    /** What a shop posts first. */
    enum Post {
        IDENTITY,
        DEBT_CHECK,
        PORTING
    }

    final Person person;
    final UUID caseId = UUID.randomUUID();
    final String number;
    private final RunningSuite suite;

    private Visit(Person person, int n) {
        this.suite = RunningSuite.get();
        this.person = person;
        this.number = "+3598880%05d".formatted(n);
    }

    static Visit begins() {
        int n = NEXT.getAndIncrement();
        return new Visit(SyntheticPersons.nth(n), n);
    }

    /** By the person whose own records the user {@code customer} may see. */
    static Visit ofTheCustomer() {
        return new Visit(Customer.walksIn().person(), NEXT.getAndIncrement());
    }

    Map<String, String> identifier() {
        return Map.of("type", person.number().type().name(), "value", person.number().value());
    }

    /** Posts, and gives back the path of what was made. */
    String post(Post post) {
        var made = service(post).create(collection(post), body(post));
        return collection(post) + "/" + made.path("id").asText();
    }

    Http.Answer post(Post post, String key) {
        return post(service(post), post, key);
    }

    /**
     * With a token had before: a provider that is asked for many at once takes it for an attack.
     */
    Http.Answer post(Http as, Post post, String key) {
        return as.post(collection(post), key, body(post));
    }

    Http service(Post post) {
        return suite.as(
                "clerk",
                switch (post) {
                    case IDENTITY -> SuiteService.IDENTITY;
                    case DEBT_CHECK -> SuiteService.DEBT_CHECK;
                    case PORTING -> SuiteService.PORTABILITY;
                });
    }

    /** Waits until it ended as it should when nothing stands in the way. */
    JsonNode awaitEnd(Post post, String path) {
        return switch (post) {
            case IDENTITY -> service(post).awaitStatus(path, "CONFIRMED");
            case DEBT_CHECK -> {
                var decided = service(post).awaitStatus(path, "DECIDED");
                assertThat(decided.path("outcome").asText()).isEqualTo("CLEAR");
                yield decided;
            }
            case PORTING -> service(post).awaitStatus(path, "COMPLETED");
        };
    }

    /**
     * As {@link #awaitEnd}, but time may have run out for what an operator was asked while the
     * service was away.
     */
    JsonNode awaitEndAfterDeath(Post post, String path) {
        if (post != Post.DEBT_CHECK) {
            return awaitEnd(post, path);
        }
        var decided = service(post).awaitStatus(path, "DECIDED");
        assertThat(decided.path("outcome").asText()).isIn("CLEAR", "INCOMPLETE");
        return decided;
    }

    String servedBy() {
        return suite.as("clerk", SuiteService.PORTABILITY)
                .create("/v1/number-lookups", Map.of("numbers", List.of(number)))
                .path("results")
                .path(0)
                .path("servedBy")
                .asText();
    }

    static String collection(Post post) {
        return switch (post) {
            case IDENTITY -> "/v1/references";
            case DEBT_CHECK -> "/v1/debt-checks";
            case PORTING -> "/v1/portings";
        };
    }

    private Map<String, Object> body(Post post) {
        return switch (post) {
            case IDENTITY ->
                    Map.of(
                            "identifier",
                            identifier(),
                            "documentNumber",
                            person.document().value(),
                            "purpose",
                            "CONTRACT_CONCLUSION",
                            "role",
                            "USER",
                            "caseId",
                            caseId);
            case DEBT_CHECK ->
                    Map.of(
                            "identifier", identifier(),
                            "caseId", caseId,
                            "device", Map.of("category", "SMARTPHONE"));
            case PORTING ->
                    Map.of(
                            "identifier",
                            identifier(),
                            "documentNumber",
                            person.document().value(),
                            "caseId",
                            caseId,
                            "numbers",
                            List.of(number),
                            "donor",
                            "A1",
                            "contract",
                            "POSTPAID");
        };
    }
}
