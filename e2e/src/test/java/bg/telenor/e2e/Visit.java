package bg.telenor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.clients.debtcheck.DebtChecksApi;
import bg.telenor.clients.debtcheck.model.DebtCheckStatus;
import bg.telenor.clients.debtcheck.model.Device;
import bg.telenor.clients.debtcheck.model.DeviceCategory;
import bg.telenor.clients.debtcheck.model.Outcome;
import bg.telenor.clients.debtcheck.model.StartDebtCheck;
import bg.telenor.clients.http.ApiClient;
import bg.telenor.clients.http.ApiException;
import bg.telenor.clients.identity.ReferencesApi;
import bg.telenor.clients.identity.model.CreateReference;
import bg.telenor.clients.identity.model.Purpose;
import bg.telenor.clients.identity.model.ReferenceStatus;
import bg.telenor.clients.identity.model.Role;
import bg.telenor.clients.portability.NumbersApi;
import bg.telenor.clients.portability.PortingsApi;
import bg.telenor.clients.portability.model.ContractType;
import bg.telenor.clients.portability.model.NumberLookup;
import bg.telenor.clients.portability.model.PortInStatus;
import bg.telenor.clients.portability.model.StartPorting;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.demo.Customer;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A customer at the counter: a person who does not exist, a case, and a number to bring along; none
 * of them used by another test. The shop speaks through the client generated from the documents.
 */
final class Visit {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Begins anywhere, since what earlier runs ported stays ported. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100, 90_000));

    /** What a shop posts first. */
    enum Post {
        IDENTITY(SuiteService.IDENTITY, "/v1/references"),
        DEBT_CHECK(SuiteService.DEBT_CHECK, "/v1/debt-checks"),
        PORTING(SuiteService.PORTABILITY, "/v1/portings");

        final SuiteService service;
        final String collection;

        Post(SuiteService service, String collection) {
            this.service = service;
            this.collection = collection;
        }
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

    /** Posts, and gives back the path of what was made. */
    String post(Post post) {
        var client = client(post.service);
        var key = UUID.randomUUID().toString();
        var made =
                answered(
                        () ->
                                switch (post) {
                                    case IDENTITY ->
                                            new ReferencesApi(client)
                                                    .createReference(key, reference(), null)
                                                    .getId();
                                    case DEBT_CHECK ->
                                            new DebtChecksApi(client)
                                                    .startDebtCheck(key, debtCheck())
                                                    .getId();
                                    case PORTING ->
                                            new PortingsApi(client)
                                                    .startPorting(key, porting())
                                                    .getId();
                                });
        return post.collection + "/" + made;
    }

    /** Posts where the answer's status is what matters, be it a refusal. */
    Http.Answer post(Post post, String key) {
        return post(service(post), post, key);
    }

    /**
     * With a token had before: a provider that is asked for many at once takes it for an attack.
     */
    Http.Answer post(Http as, Post post, String key) {
        Object body =
                switch (post) {
                    case IDENTITY -> reference();
                    case DEBT_CHECK -> debtCheck();
                    case PORTING -> porting();
                };
        return as.post(post.collection, key, body);
    }

    Http service(Post post) {
        return suite.as("clerk", post.service);
    }

    /** Waits until it ended as it should when nothing stands in the way. */
    void awaitEnd(Post post, String path) {
        awaitEnd(post, path, Set.of(Outcome.CLEAR));
    }

    /** Likewise, but time may have run out for the operators while the service was away. */
    void awaitEndAfterDeath(Post post, String path) {
        awaitEnd(post, path, Set.of(Outcome.CLEAR, Outcome.INCOMPLETE));
    }

    private void awaitEnd(Post post, String path, Set<Outcome> good) {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var client = client(post.service);
        switch (post) {
            case IDENTITY -> {
                var references = new ReferencesApi(client);
                await(
                        path,
                        () -> references.getReference(id).getStatus(),
                        ReferenceStatus.CONFIRMED);
            }
            case DEBT_CHECK -> {
                var checks = new DebtChecksApi(client);
                await(path, () -> checks.getDebtCheck(id).getStatus(), DebtCheckStatus.DECIDED);
                assertThat(answered(() -> checks.getDebtCheck(id)).getOutcome()).isIn(good);
            }
            case PORTING -> {
                var portings = new PortingsApi(client);
                await(path, () -> portings.getPorting(id).getStatus(), PortInStatus.COMPLETED);
            }
        }
    }

    /** Waits until the look-up says so: after a fault its table is behind for a while. */
    void awaitServedByUs() {
        Awaitility.await(number).atMost(PATIENCE).until(this::servedBy, "TELENOR"::equals);
    }

    String servedBy() {
        var numbers = new NumbersApi(client(SuiteService.PORTABILITY));
        return answered(() -> numbers.lookUpNumbers(new NumberLookup().addNumbersItem(number)))
                .getResults()
                .getFirst()
                .getServedBy();
    }

    private ApiClient client(SuiteService service) {
        var token = suite.tokens.of("clerk");
        var client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + suite.place.ports().http(service));
        client.setConnectTimeout(Duration.ofSeconds(5));
        client.setReadTimeout(Duration.ofSeconds(30));
        client.setRequestInterceptor(ask -> ask.header("Authorization", "Bearer " + token));
        return client;
    }

    /** Looks until the status is this; a service that is just coming back may not answer yet. */
    private static <T> void await(String path, Callable<T> status, T wanted) {
        Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreException(ApiException.class)
                .until(status, wanted::equals);
    }

    private static <T> T answered(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new AssertionError("not answered as documented: " + e.getMessage(), e);
        }
    }

    private CreateReference reference() {
        return new CreateReference()
                .identifier(
                        new bg.telenor.clients.identity.model.PersonalNumber()
                                .type(
                                        bg.telenor.clients.identity.model.PersonalNumberType
                                                .valueOf(person.number().type().name()))
                                .value(person.number().value()))
                .documentNumber(person.document().value())
                .purpose(Purpose.CONTRACT_CONCLUSION)
                .role(Role.USER)
                .caseId(caseId);
    }

    private StartDebtCheck debtCheck() {
        return new StartDebtCheck()
                .identifier(
                        new bg.telenor.clients.debtcheck.model.PersonalNumber()
                                .type(
                                        bg.telenor.clients.debtcheck.model.PersonalNumberType
                                                .valueOf(person.number().type().name()))
                                .value(person.number().value()))
                .caseId(caseId)
                .device(new Device().category(DeviceCategory.SMARTPHONE));
    }

    private StartPorting porting() {
        return new StartPorting()
                .identifier(
                        new bg.telenor.clients.portability.model.PersonalNumber()
                                .type(
                                        bg.telenor.clients.portability.model.PersonalNumberType
                                                .valueOf(person.number().type().name()))
                                .value(person.number().value()))
                .documentNumber(person.document().value())
                .caseId(caseId)
                .addNumbersItem(number)
                .donor("A1")
                .contract(ContractType.POSTPAID);
    }
}
