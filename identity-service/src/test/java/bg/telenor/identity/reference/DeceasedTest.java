package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Of one who has died the reason is told, and nothing more is kept. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class DeceasedTest {

    @Inject Vaulted vaulted;

    @Test
    void keepsNothingOfACitizenWhoseDocumentSaysSo() {
        leavesNothing(Register.somebody(Standing.DECEASED));
    }

    @Test
    void keepsNothingOfAForeignerWithADayOfDeath() {
        leavesNothing(Register.someForeigner(Standing.DECEASED));
    }

    private void leavesNothing(PersonalNumber person) {
        var answer = Counter.ask(Counter.body(person));

        answer.then()
                .statusCode(201)
                .body("reason", equalTo("PERSON_DECEASED"))
                .body("documentValid", nullValue())
                .body("ofAge", nullValue());
        var id = Counter.idOf(answer);
        assertThat(vaulted.fields(id)).isEmpty();
        assertThat(
                        Counter.column(
                                """
                                select matching || differing || array[names_score::text,
                                       document_valid::text, of_age::text]
                                  from identity_reference where id = '%s'
                                """
                                        .formatted(id)))
                .containsExactly("{NULL,NULL,NULL}");
        Suite.await(Topic.IDENTITY, id, "IdentityRefused");
    }
}
