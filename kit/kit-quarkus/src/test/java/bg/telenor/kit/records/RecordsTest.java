package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.events.Topic;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class RecordsTest {

    @Inject TestRecords services;

    @Test
    void keepsContentSealedAndOpensItAgain() {
        var kept = TestRecords.link(services.someone());

        services.keep(kept, "store-account-1");

        assertThat(services.open(kept)).contains("store-account-1");
        var document = services.document(kept);
        assertThat(new String(services.sealed(kept), StandardCharsets.ISO_8859_1))
                .doesNotContain("store-account-1");
        assertThat(document.basis()).isEqualTo("GDPR art. 6(1)(b)");
        assertThat(Owner.evidence(kept, "INTAKE")).isEqualTo(1);
        assertThat(Owner.evidence(kept, "READ")).isEqualTo(1);
        var said = Suite.await(Topic.INTAKE, kept.id(), "DataReceived").data();
        assertThat(said.path("retainUntil").asText()).isEqualTo(document.retainUntil().toString());
    }

    @Test
    void doesNotOpenBytesThatWereMovedToAnotherRecord() {
        var subject = services.someone();
        var one = TestRecords.link(subject);
        var other = TestRecords.link(subject);
        services.keep(one, "account-one");
        services.keep(other, "account-other");

        Owner.data(
                "UPDATE document SET sealed = (SELECT sealed FROM document WHERE record_id = ?)"
                        + " WHERE record_id = ?",
                one.id(),
                other.id());

        assertThatIllegalStateException().isThrownBy(() -> services.open(other));
    }

    @Test
    void doesNotOpenBytesForAnotherPurpose() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");

        Owner.data(
                "UPDATE document SET purpose = 'DIRECT_MARKETING' WHERE record_id = ?", kept.id());

        assertThatIllegalStateException().isThrownBy(() -> services.open(kept));
    }

    @Test
    void laterContentReplacesTheEarlierAndDoesNotMoveTheIntake() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account-old");
        var first = services.document(kept);

        services.keep(kept, "account-new");

        assertThat(services.open(kept)).contains("account-new");
        assertThat(services.document(kept).receivedAt()).isEqualTo(first.receivedAt());
    }

    @Test
    void aRecordStaysWithItsSubject() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        var another =
                new Kept(
                        kept.record(),
                        kept.id(),
                        services.someone(),
                        kept.purpose(),
                        kept.source(),
                        null);

        assertThatIllegalArgumentException().isThrownBy(() -> services.keep(another, "account"));
    }

    @Test
    void refusesWhatIsTooLargeToHandOut() {
        var kept = TestRecords.link(services.someone());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> services.keep(kept, "a".repeat(140 * 1024)));
    }

    @Test
    void refusesAServiceThatThePurposeDoesNotName() {
        var kept = TestRecords.link(services.someone());
        var identity = services.of("identity-service");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(() -> identity.keep(kept, Map.of())));
    }

    @Test
    void disclosureIsInEvidenceAndTold() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");

        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                services.ofPay()
                                        .disclosed(
                                                kept.record(), kept.id(), new OperatorCode("A1")));

        assertThat(Owner.evidence(kept, "DISCLOSURE")).isEqualTo(1);
        var said = Suite.await(Topic.INTAKE, kept.id(), "DataDisclosed").data();
        assertThat(said.path("recipient").asText()).isEqualTo("A1");
    }

    @Test
    void theServiceCannotChangeOrDeleteEvidence() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");

        for (var attempt :
                new String[] {
                    "UPDATE evidence SET action = 'READ'",
                    "DELETE FROM evidence",
                    "TRUNCATE evidence"
                }) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Owner.asService(attempt));
        }
        assertThat(Owner.evidence(kept, "INTAKE")).isEqualTo(1);
    }
}
