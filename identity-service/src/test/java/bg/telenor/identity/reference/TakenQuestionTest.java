package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class TakenQuestionTest {

    @AfterEach
    void putRight() {
        Later.putRight();
    }

    @Test
    void looksForTheAnswerToAQuestionThatTheRegisterWasToAnswerAtOnce() {
        var caseId = UUID.randomUUID();
        Later.REGISTER.takeAll(true);

        var answer =
                Counter.creating()
                        .header("Prefer", "wait=20")
                        .body(Counter.body(caseId, Register.somebody()))
                        .post("/v1/references");

        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        assertThat(Counter.inquiries(Counter.idOf(answer)))
                .containsExactly("1 ASKED", "1 NotReady", "1 Found");
        var call = Later.call(caseId, state -> state.acknowledgements() == 1);
        assertThat(call.callbacks()).isEmpty();
        assertThat(call.checks()).isPositive();
    }
}
