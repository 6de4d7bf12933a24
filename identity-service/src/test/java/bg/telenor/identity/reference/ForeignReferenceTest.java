package bg.telenor.identity.reference;

import static org.hamcrest.Matchers.equalTo;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one client asked is nothing to another. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class ForeignReferenceTest {

    @Test
    void anotherClientsReferenceIsNotFound() {
        var id = Counter.idOf(Counter.ask(Counter.body(Register.somebody())));

        Counter.request(otherShop())
                .get("/v1/references/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("REFERENCE_NOT_FOUND"));
    }

    @Test
    void anotherClientsCaseIsNotFound() {
        var caseId = UUID.randomUUID();
        Counter.ask(Counter.body(caseId, Register.somebody())).then().statusCode(201);

        Counter.request(otherShop())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Counter.body(caseId, Register.somebody()))
                .post("/v1/references")
                .then()
                .statusCode(404)
                .body("code", equalTo("CASE_NOT_FOUND"));
    }

    @Test
    void theSameIdempotencyKeyIsAnothersOwn() {
        var key = UUID.randomUUID().toString();
        var body = Counter.body(Register.somebody());
        Counter.request().header("Idempotency-Key", key).body(body).post("/v1/references");

        Counter.request(otherShop())
                .header("Idempotency-Key", key)
                .body(Counter.body(Register.somebody()))
                .post("/v1/references")
                .then()
                .statusCode(201);
    }

    @Test
    void aReusedIdempotencyKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        var request = Counter.request().header("Idempotency-Key", key);
        request.body(Counter.body(Register.somebody())).post("/v1/references");

        request.body(Counter.body(Register.somebody()))
                .post("/v1/references")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private static String otherShop() {
        return Suite.token("other-shop")
                .scopes("references.create", "references.read")
                .audience("identity-service")
                .employee("clerk-of-theirs")
                .text();
    }
}
