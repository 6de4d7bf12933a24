package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.Topic;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.events.rights.RightsEvent.RectificationRequested;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who corrects what a person calls wrong (GDPR art. 16). */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class RectificationTest {

    @Inject TestRecords services;

    @Test
    void whereNothingIsKeptNothingIsToBeCorrected() {
        var answer = ask(services.someone());

        assertThat(answer.path("outcome").asText()).isEqualTo("NOTHING_HELD");
        assertThat(answer.path("findings")).isEmpty();
    }

    @Test
    void whatTheRegisterSaidIsTheRegistersToCorrect() {
        var subject = services.someone();
        keepReference(subject, Source.REGIX_BDS);

        var answer = ask(subject);

        assertThat(answer.path("outcome").asText()).isEqualTo("NOT_OURS_TO_CORRECT");
        var finding = answer.path("findings").path(0);
        assertThat(finding.path("record").asText()).isEqualTo("IDENTITY_REFERENCE");
        assertThat(finding.path("source").asText()).isEqualTo("REGIX_BDS");
        assertThat(finding.path("records").asInt()).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseSaidIsForAHumanToReview() {
        var subject = services.someone();
        keepReference(subject, Source.REGIX_BDS);
        services.keep(TestRecords.link(subject), "account-1");
        services.keep(TestRecords.link(subject), "account-2");

        var answer = ask(subject);

        assertThat(answer.path("outcome").asText()).isEqualTo("TO_BE_REVIEWED");
        assertThat(answer.path("findings")).hasSize(2);
    }

    private void keepReference(SubjectRef subject, Source source) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                services.of("identity-service")
                                        .keep(
                                                new Kept(
                                                        RecordType.IDENTITY_REFERENCE,
                                                        UUID.randomUUID(),
                                                        subject,
                                                        Purpose.CONTRACT_CONCLUSION,
                                                        source,
                                                        UUID.randomUUID(),
                                                        Role.USER),
                                                Map.of("ofAge", true)));
    }

    private static JsonNode ask(SubjectRef subject) {
        var request =
                new RectificationRequested(
                        subject,
                        UUID.randomUUID(),
                        1,
                        1,
                        null,
                        null,
                        Instant.now().plusSeconds(3600),
                        null);
        Suite.send(SuiteService.CONSENT, request);
        return Suite.await(Topic.RIGHTS_ANSWERS, request.requestId(), "RectificationAnswered")
                .data();
    }
}
