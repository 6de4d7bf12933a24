package bg.telenor.consent.rights;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.rights.RightsAnswerEvent.Finding;
import bg.telenor.events.rights.RightsAnswerEvent.RectificationAnswered.Outcome;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person says that what is kept is wrong, and hears whose it is to correct (art. 16). */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class RectificationRequestTest {

    @Test
    void saysWhoseItIsToCorrectToThePersonAndTheOfficer() {
        var person = People.someone();
        Api.holds(person, People.number());

        var id =
                Api.openRequest(person, "RECTIFICATION")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");

        var answerer = Answerer.of(id, 2);
        for (var service : Answerer.OTHERS) {
            for (var part : answerer.parts()) {
                boolean holds =
                        service == SuiteService.IDENTITY
                                && part.equals(answerer.parts().getFirst());
                Suite.send(
                        service,
                        holds
                                ? answerer.found(
                                        part,
                                        Outcome.NOT_OURS_TO_CORRECT,
                                        List.of(
                                                new Finding(
                                                        RecordType.IDENTITY_REFERENCE,
                                                        Source.REGIX_BDS,
                                                        2)))
                                : answerer.found(part, Outcome.NOTHING_HELD, List.of()));
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                Api.officer()
                                        .get("/v1/rights-requests/" + id + "/report")
                                        .then()
                                        .statusCode(200));
        Api.person(person)
                .get("/v1/rights-requests/" + id + "/report")
                .then()
                .statusCode(200)
                .body("services", hasSize(5))
                .body(of("identity-service", "outcome"), equalTo("NOT_OURS_TO_CORRECT"))
                .body(of("identity-service", "findings[0].source"), equalTo("REGIX_BDS"))
                .body(of("identity-service", "findings[0].records"), equalTo(2))
                .body(of("pay-with-telenor-service", "outcome"), equalTo("NOTHING_HELD"))
                .body(of("consent-service", "outcome"), equalTo("TO_BE_REVIEWED"));
    }

    private static String of(String service, String path) {
        return "services.find { it.service == '" + service + "' }." + path;
    }
}
