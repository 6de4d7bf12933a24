package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.Topic;
import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.records.TestRecords.LinkKeeper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class ErasureTest {

    @Inject TestRecords services;
    @Inject LinkKeeper keeper;
    @Inject Retention retention;

    @Test
    void erasureDestroysTheKeyAndThenSaysSo() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        var key = services.document(kept).key();

        services.erase(kept);

        Suite.await(Topic.INTAKE, kept.id(), "DataErased");
        assertThat(Owner.keyExists(key)).isFalse();
        assertThat(services.open(kept)).isEmpty();
        assertThat(keeper.wasTold(kept.id())).isTrue();
        assertThat(Owner.evidence(kept, "ERASURE")).isEqualTo(1);
        assertThat(Owner.countData("SELECT count(*) FROM destroyed_key WHERE key_id = ?", key))
                .isEqualTo(1);
    }

    @Test
    void aKeyThatOtherDocumentsNeedStaysAndTheErasureIsToldAtOnce() {
        var subject = services.someone();
        var gone = TestRecords.link(subject);
        var stays = TestRecords.link(subject);
        services.keep(gone, "account-1");
        services.keep(stays, "account-2");

        services.erase(gone);

        Suite.await(Topic.INTAKE, gone.id(), "DataErased");
        assertThat(services.open(stays)).contains("account-2");
    }

    @Test
    void whileKeysCannotBeDestroyedNothingIsSaidToBeGone() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        var key = services.document(kept).key();
        Owner.keys("ALTER TABLE data_key RENAME TO data_key_away");

        services.erase(kept);

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
    void aDeathAfterTheKeyAndBeforeItsRowRepeatsTheStep() {
        var kept = TestRecords.link(services.someone());
        services.keep(kept, "account");
        var key = services.document(kept).key();
        Owner.keys("ALTER TABLE data_key RENAME TO data_key_away");

        try {
            services.erase(kept);
            Owner.keys("DELETE FROM data_key_away WHERE key_id = ?", key);
        } finally {
            Owner.keys("ALTER TABLE data_key_away RENAME TO data_key");
        }

        Suite.await(Topic.INTAKE, kept.id(), "DataErased");
    }

    @Test
    void whatComesInDuringAnErasureIsNotLost() {
        var subject = services.someone();
        var gone = TestRecords.link(subject);
        var comes = TestRecords.link(subject);
        services.keep(gone, "account-1");

        var intake =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    services.eraseHere(gone);
                                    return concurrently(() -> services.keep(comes, "account-2"));
                                });

        intake.join();
        Suite.await(Topic.INTAKE, gone.id(), "DataErased");
        assertThat(services.open(comes)).contains("account-2");
    }

    @Test
    void anErasureDoesNotTakeTheKeyOfWhatIsComingIn() {
        var subject = services.someone();
        var gone = TestRecords.link(subject);
        var comes = TestRecords.link(subject);
        services.keep(gone, "account-1");

        var erasure =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    services.keepHere(comes, "account-2");
                                    return concurrently(() -> services.erase(gone));
                                });

        erasure.join();
        Suite.await(Topic.INTAKE, gone.id(), "DataErased");
        assertThat(services.open(comes)).contains("account-2");
    }

    @Test
    void twoErasuresAtOnceOfTheLastOfAKeyEndIt() {
        var subject = services.someone();
        var one = TestRecords.link(subject);
        var other = TestRecords.link(subject);
        services.keep(one, "account-1");
        services.keep(other, "account-2");
        var key = services.document(one).key();

        var second =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    services.eraseHere(one);
                                    return concurrently(() -> services.erase(other));
                                });

        second.join();
        Suite.await(Topic.INTAKE, other.id(), "DataErased");
        assertThat(Owner.keyExists(key)).isFalse();
    }

    @Test
    void erasesWhatIsDueUnlessALegalHoldStopsIt() {
        var due = TestRecords.purchase(services.someone());
        var onHold = TestRecords.purchase(services.someone());
        services.keep(due, "a game");
        services.keep(onHold, "a film");
        Owner.data(
                "UPDATE document SET hold_ground = 'COURT_ORDER', hold_until = '2999-12-31'"
                        + " WHERE record_id = ?",
                onHold.id());
        Owner.data(
                "UPDATE document SET retain_until = '2020-01-31' WHERE record_id IN (?, ?)",
                due.id(),
                onHold.id());

        retention.eraseDue();

        var said = Suite.await(Topic.INTAKE, due.id(), "DataErased").data();
        assertThat(said.path("reason").asText()).isEqualTo(Reason.RETENTION.name());
        assertThat(Owner.isKept(due)).isFalse();
        assertThat(Owner.isKept(onHold)).isTrue();
    }

    private static CompletableFuture<Void> concurrently(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }
}
