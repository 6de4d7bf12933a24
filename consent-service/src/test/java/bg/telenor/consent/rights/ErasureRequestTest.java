package bg.telenor.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import bg.telenor.consent.Api;
import bg.telenor.consent.People;
import bg.telenor.events.rights.RightsAnswerEvent.Retained;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class ErasureRequestTest {

    @Test
    void certifiesWhatWentAndWhatTheLawHoldsBack() throws Exception {
        var person = People.someone();
        Api.holds(person, People.number());
        var id =
                Api.openRequest(person, "ERASURE")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");
        var answerer = Answerer.of(id, 2);
        for (var service : Answerer.OTHERS) {
            for (var part : answerer.parts()) {
                var pays = service == SuiteService.PAY && part.equals(answerer.parts().getLast());
                var answer =
                        pays
                                ? answerer.erased(part, 2, List.of(retainedPurchase()))
                                : answerer.erased(part, 0, List.of());
                Suite.send(service, answer);
                Suite.send(service, answer);
            }
        }

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Api.person(person)
                                        .get("/v1/rights-requests/" + id)
                                        .jsonPath()
                                        .getString("status")
                                        .equals("COMPLETE"));

        var certificate =
                Api.person(person)
                        .get("/v1/rights-requests/" + id + "/certificate")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("certificate.requestId", equalTo(id))
                        .body(line("erased"), equalTo(2))
                        .body(line("retained[0].record"), equalTo("PURCHASE"))
                        .body(line("retained[0].count"), equalTo(1))
                        .body(line("retained[0].ground"), containsString("art. 17(3)"))
                        .body(line("retained[0].until"), equalTo("2031-01-01"))
                        .body(not(containsString(person.value())))
                        .body(not(containsString(Suite.subjectRefs().of(person).value())))
                        .extract()
                        .jsonPath();
        var json = new ObjectMapper();
        var jws = JWSObject.parse(certificate.getString("signature"));
        var key =
                (ECKey)
                        JWKSet.load(Suite.keys("consent-service").resolve("peers.jwks").toFile())
                                .getKeyByKeyId("consent-service");
        assertThat(jws.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(json.readTree(jws.getPayload().toBytes()))
                .isEqualTo(json.valueToTree(certificate.getMap("certificate")));
    }

    @Test
    void takesWhatNoLawHoldsBackHereToo() {
        var person = People.someone();
        Api.holds(person, People.number());
        var access = Api.openRequest(person, "ACCESS").then().extract().jsonPath().getString("id");
        Answerer.of(access, 2).nothingElse();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Api.person(person)
                                                .get("/v1/rights-requests/" + access + "/archive")
                                                .statusCode()
                                        == 200);

        Api.openRequest(person, "ERASURE").then().statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                Api.person(person)
                                        .get("/v1/rights-requests/" + access + "/archive")
                                        .then()
                                        .statusCode(404)
                                        .body("code", equalTo("ARCHIVE_NOT_FOUND")));
        Api.person(person)
                .get("/v1/rights-requests/" + access)
                .then()
                .body("status", equalTo("EXPIRED"));
    }

    private static String line(String path) {
        return "certificate.services.find { it.service == 'pay-with-telenor-service' }." + path;
    }

    private static Retained retainedPurchase() {
        return new Retained(
                UUID.randomUUID(),
                RecordType.PURCHASE,
                Purpose.PAY_WITH_TELENOR,
                LocalDate.parse("2031-01-01"));
    }
}
