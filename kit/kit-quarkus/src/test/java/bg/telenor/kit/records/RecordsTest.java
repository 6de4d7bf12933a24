package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.events.Topic;
import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.TestRecords.LinkKeeper;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class RecordsTest {

    @Inject TestRecords services;
    @Inject Documents documents;
    @Inject LinkKeeper keeper;
    @Inject Retention retention;

    @Test
    void keepsContentSealedAndOpensItAgain() {
        var kept = TestRecords.link(services.someone());

        keep(kept, "store-account-1");

        assertThat(open(kept)).contains("store-account-1");
        var document = document(kept.id());
        assertThat(new String(sealed(document), StandardCharsets.ISO_8859_1))
                .doesNotContain("store-account-1");
        assertThat(document.basis()).isEqualTo("GDPR art. 6(1)(b)");
        assertThat(evidence(kept.id(), "INTAKE")).isEqualTo(1);
        assertThat(evidence(kept.id(), "READ")).isEqualTo(1);
        var said = Suite.await(Topic.INTAKE, kept.id(), "DataReceived").data();
        assertThat(said.path("retainUntil").asText()).isEqualTo(document.retainUntil().toString());
    }

    @Test
    void doesNotOpenBytesThatWereMovedToAnotherRecord() {
        var subject = services.someone();
        var one = TestRecords.link(subject);
        var other = TestRecords.link(subject);
        keep(one, "account-one");
        keep(other, "account-other");

        Owner.data(
                "UPDATE document SET sealed = (SELECT sealed FROM document WHERE record_id = ?)"
                        + " WHERE record_id = ?",
                one.id(),
                other.id());

        assertThatIllegalStateException().isThrownBy(() -> open(other));
    }

    @Test
    void doesNotOpenBytesForAnotherPurpose() {
        var kept = TestRecords.link(services.someone());
        keep(kept, "account");

        Owner.data(
                "UPDATE document SET purpose = 'DIRECT_MARKETING' WHERE record_id = ?", kept.id());

        assertThatIllegalStateException().isThrownBy(() -> open(kept));
    }

    @Test
    void laterContentReplacesTheEarlierAndDoesNotMoveTheIntake() {
        var kept = TestRecords.link(services.someone());
        keep(kept, "account-old");
        var first = document(kept.id());

        keep(kept, "account-new");

        assertThat(open(kept)).contains("account-new");
        assertThat(document(kept.id()).receivedAt()).isEqualTo(first.receivedAt());
    }

    @Test
    void aRecordStaysWithItsSubject() {
        var kept = TestRecords.link(services.someone());
        keep(kept, "account");
        var another =
                new Kept(
                        kept.record(),
                        kept.id(),
                        services.someone(),
                        kept.purpose(),
                        kept.source(),
                        null);

        assertThatIllegalArgumentException().isThrownBy(() -> keep(another, "account"));
    }

    @Test
    void refusesWhatIsTooLargeToHandOut() {
        var kept = TestRecords.link(services.someone());

        assertThatIllegalArgumentException().isThrownBy(() -> keep(kept, "a".repeat(140 * 1024)));
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
        keep(kept, "account");

        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                services.ofPay()
                                        .disclosed(
                                                kept.record(), kept.id(), new OperatorCode("A1")));

        assertThat(evidence(kept.id(), "DISCLOSURE")).isEqualTo(1);
        var said = Suite.await(Topic.INTAKE, kept.id(), "DataDisclosed").data();
        assertThat(said.path("recipient").asText()).isEqualTo("A1");
    }

    @Test
    void erasureDestroysTheKeyAndThenSaysSo() {
        var kept = TestRecords.link(services.someone());
        keep(kept, "account");
        var key = document(kept.id()).key();

        erase(kept.id());

        Suite.await(Topic.INTAKE, kept.id(), "DataErased");
        assertThat(Owner.keyExists(key)).isFalse();
        assertThat(open(kept)).isEmpty();
        assertThat(keeper.wasTold(kept.id())).isTrue();
        assertThat(evidence(kept.id(), "ERASURE")).isEqualTo(1);
        assertThat(Owner.countData("SELECT count(*) FROM destroyed_key WHERE key_id = ?", key))
                .isEqualTo(1);
    }

    @Test
    void aKeyThatOtherDocumentsNeedStaysAndTheErasureIsToldAtOnce() {
        var subject = services.someone();
        var gone = TestRecords.link(subject);
        var stays = TestRecords.link(subject);
        keep(gone, "account-1");
        keep(stays, "account-2");

        erase(gone.id());

        Suite.await(Topic.INTAKE, gone.id(), "DataErased");
        assertThat(open(stays)).contains("account-2");
    }

    @Test
    void whileKeysCannotBeDestroyedNothingIsSaidToBeGone() {
        var kept = TestRecords.link(services.someone());
        keep(kept, "account");
        var key = document(kept.id()).key();
        Owner.keys("ALTER TABLE data_key RENAME TO data_key_away");

        erase(kept.id());

        try {
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> Suite.events(Topic.INTAKE, kept.id()).size() == 1);
        } finally {
            Owner.keys("ALTER TABLE data_key_away RENAME TO data_key");
        }
        Suite.await(Topic.INTAKE, kept.id(), "DataErased");
        assertThat(Owner.keyExists(key)).isFalse();
    }

    @Test
    void erasesWhatIsDueUnlessALegalHoldStopsIt() {
        var due = TestRecords.purchase(services.someone());
        var onHold = TestRecords.purchase(services.someone());
        keep(due, "a game");
        keep(onHold, "a film");
        Owner.data(
                "UPDATE document SET retain_until = '2020-01-31' WHERE record_id IN (?, ?)",
                due.id(),
                onHold.id());
        Owner.data(
                "UPDATE document SET hold_ground = 'COURT_ORDER', hold_until = '2999-12-31'"
                        + " WHERE record_id = ?",
                onHold.id());

        retention.eraseDue();

        var said = Suite.await(Topic.INTAKE, due.id(), "DataErased").data();
        assertThat(said.path("reason").asText()).isEqualTo(Reason.RETENTION.name());
        assertThat(exists(due.id())).isFalse();
        assertThat(exists(onHold.id())).isTrue();
    }

    @Test
    void theServiceCannotChangeOrDeleteEvidence() {
        var kept = TestRecords.link(services.someone());
        keep(kept, "account");

        for (var attempt :
                new String[] {
                    "UPDATE evidence SET action = 'READ'",
                    "DELETE FROM evidence",
                    "TRUNCATE evidence"
                }) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Owner.asService(attempt));
        }
        assertThat(evidence(kept.id(), "INTAKE")).isEqualTo(1);
    }

    private void keep(Kept kept, String value) {
        var content = services.content(kept, value);
        QuarkusTransaction.requiringNew().run(() -> services.ofPay().keep(kept, content));
    }

    private Optional<String> open(Kept kept) {
        return QuarkusTransaction.requiringNew()
                .call(() -> services.ofPay().open(kept.record(), kept.id(), Map.class))
                .map(content -> (String) content.get(services.field(kept)));
    }

    private void erase(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> services.ofPay().erase(RecordType.STORE_LINK, id, Reason.SUPERSEDED));
    }

    private Document document(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> documents.find(RecordType.STORE_LINK, id))
                .orElseThrow();
    }

    private byte[] sealed(Document document) {
        return QuarkusTransaction.requiringNew().call(() -> documents.sealed(document));
    }

    private static boolean exists(UUID id) {
        return Owner.countData("SELECT count(*) FROM document WHERE record_id = ?", id) == 1;
    }

    private static long evidence(UUID id, String action) {
        return Owner.countData(
                "SELECT count(*) FROM evidence WHERE record_id = ? AND action = ?", id, action);
    }
}
