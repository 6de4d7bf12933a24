package bg.telenor.kit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.kit.local.ColumnKinds;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class VaultTest {

    private static final String PLACE = "document|STORE_LINK|1";
    private static final byte[] CONTENT = {1, 2, 3};

    private final Executor threads = Thread::startVirtualThread;

    @Inject Vault vault;
    @Inject KeyStore store;
    @Inject KeyHousekeeping housekeeping;
    @Inject @Readiness VaultReadiness readiness;

    @Inject
    @DataSource("keys")
    AgroalDataSource keysDatabase;

    @Inject Clock clock;

    @Test
    void oneScopeHasOneKeyAtATime() {
        var scope = newScope();

        assertThat(keyFor(scope)).isEqualTo(keyFor(scope)).isNotEqualTo(keyFor(newScope()));
    }

    @Test
    void concurrentWritersOfANewScopeAgreeOnItsKey() {
        var scope = newScope();

        var keys =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> keyFor(scope), threads))
                        .limit(8)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .distinct();

        assertThat(keys).hasSize(1);
    }

    @Test
    void opensOnlyAtItsPlaceAndUnderItsKey() {
        var key = keyFor(newScope());
        var sealed = vault.seal(key, PLACE, CONTENT);

        assertThat(vault.open(key, PLACE, sealed)).contains(CONTENT);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(key, "document|STORE_LINK|2", sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(keyFor(newScope()), PLACE, sealed));
    }

    @Test
    void whatIsSealedIsGoneWithItsKey() {
        var key = keyFor(newScope());
        var sealed = vault.seal(key, PLACE, CONTENT);

        QuarkusTransaction.requiringNew().run(() -> vault.retireUnused(List.of(key)));
        QuarkusTransaction.requiringNew().run(() -> vault.destroy(List.of(key)));

        assertThat(vault.open(key, PLACE, sealed)).isEmpty();
    }

    @Test
    void aRetiredKeySealsNothingMore() {
        var scope = newScope();
        var first = keyFor(scope);

        QuarkusTransaction.requiringNew().run(() -> vault.retireUnused(List.of(first)));

        assertThat(keyFor(scope)).isNotEqualTo(first);
    }

    @Test
    void sealingWaitsForARetirementAndThenTakesANewKey() {
        var scope = newScope();
        var first = keyFor(scope);
        var retired = new CountDownLatch(1);
        var sealingBegins = new CountDownLatch(1);

        var retirement =
                CompletableFuture.runAsync(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    vault.retireUnused(List.of(first));
                                                    retired.countDown();
                                                    await(sealingBegins);
                                                }),
                        threads);
        await(retired);
        var sealing =
                CompletableFuture.supplyAsync(
                        () -> {
                            sealingBegins.countDown();
                            return keyFor(scope);
                        },
                        threads);

        retirement.join();
        assertThat(sealing.join()).isNotEqualTo(first);
    }

    @Test
    void aKeyWhoseTransactionDiedIsSweptADayLater() throws SQLException {
        var scope = newScope();
        var orphan = store.create(1).getFirst();
        var named = keyFor(scope);
        makeOld(orphan, named);

        housekeeping.sweepOrphans();

        assertThat(store.find(orphan)).isEmpty();
        assertThat(keyFor(scope)).isEqualTo(named);
        assertThat(store.find(named)).isPresent();
    }

    @Test
    void aYoungKeyIsNotSwept() {
        var young = store.create(1).getFirst();

        housekeeping.sweepOrphans();

        assertThat(store.find(young)).isPresent();
    }

    @Test
    void aKeyMadeBeforehandIsGivenOutOnce() {
        var spares = new SpareKeys(store, clock);
        var many = 5 * SpareKeys.MADE_AT_ONCE;

        var taken =
                Stream.generate(() -> CompletableFuture.supplyAsync(spares::take, threads))
                        .limit(many)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(taken).hasSize(many).doesNotHaveDuplicates();
        assertThat(taken).allMatch(key -> store.find(key).isPresent());
    }

    /** It would be swept soon, as one that nothing names. */
    @Test
    void aKeyMadeBeforehandIsNotGivenOutWhenItIsOld() throws SQLException {
        var now = new AtomicReference<>(Instant.now());
        var spares = new SpareKeys(store, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        spares.take();
        Awaitility.await().until(() -> spares.waiting() == SpareKeys.MADE_AT_ONCE);
        now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
        var oldOnes = clock.instant();

        assertThat(madeAt(spares.take())).isAfter(oldOnes);
    }

    @Test
    void aKeyThatABackupRevivedIsDestroyedAtStart() throws SQLException {
        var key = keyFor(newScope());
        QuarkusTransaction.requiringNew().run(() -> vault.retireUnused(List.of(key)));
        QuarkusTransaction.requiringNew().run(() -> vault.destroy(List.of(key)));
        revive(key);

        housekeeping.destroyRevived(null);

        assertThat(isThere(key)).isFalse();
    }

    @Test
    void anotherKeyEncryptionKeyUnwrapsNothing() throws GeneralSecurityException {
        var key = keyFor(newScope());
        var other =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                        .getPrimitive(RegistryConfiguration.get(), Aead.class);

        var stranger = new KeyStore(keysDatabase, other, "identity-service", clock);

        assertThatIllegalStateException().isThrownBy(() -> stranger.find(key));
    }

    @Test
    void isReadyOnlyWhileTheCanaryOpens() throws SQLException {
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);

        owner("UPDATE vault_canary SET sealed = sealed || '\\x00'::bytea");

        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        owner("UPDATE vault_canary SET sealed = substring(sealed FOR length(sealed) - 1)");
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void everyColumnSaysOfWhatKindItIs() {
        ColumnKinds.check(Suite.databaseUrl("identity"), "identity_owner", Suite.ownerPassword());
        ColumnKinds.check(
                Suite.keysDatabaseUrl("identity"), "identity_owner", Suite.ownerPassword());
    }

    private UUID keyFor(String scope) {
        return QuarkusTransaction.requiringNew().call(() -> vault.keyFor(scope));
    }

    private static String newScope() {
        return "test|" + UUID.randomUUID();
    }

    private Instant madeAt(UUID key) throws SQLException {
        try (var connection = keysDatabase.getConnection();
                var query =
                        connection.prepareStatement(
                                "SELECT created_at FROM data_key WHERE key_id = ?")) {
            query.setObject(1, key);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** As a backup does that was made while the key was there. */
    private void revive(UUID key) throws SQLException {
        try (var connection = keysDatabase.getConnection();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO data_key (key_id, wrapped, created_at)"
                                        + " VALUES (?, '\\x00', now())")) {
            insert.setObject(1, key);
            insert.executeUpdate();
        }
    }

    private boolean isThere(UUID key) throws SQLException {
        try (var connection = keysDatabase.getConnection();
                var query =
                        connection.prepareStatement("SELECT 1 FROM data_key WHERE key_id = ?")) {
            query.setObject(1, key);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void makeOld(UUID... keys) throws SQLException {
        try (var connection = keysDatabase.getConnection();
                var update =
                        connection.prepareStatement(
                                "UPDATE data_key SET created_at = '2020-01-01' WHERE key_id = ANY"
                                        + " (?)")) {
            update.setArray(1, connection.createArrayOf("uuid", keys));
            update.executeUpdate();
        }
    }

    private static void owner(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                Suite.databaseUrl("identity"),
                                "identity_owner",
                                Suite.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
