package bg.telenor.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class DueWorkTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject DueWork dueWork;
    @Inject AgroalDataSource dataSource;
    @Inject TransactionSynchronizationRegistry transaction;

    private final ConcurrentLinkedQueue<UUID> done = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void emptyTable() throws SQLException {
        try (var owner =
                        DriverManager.getConnection(
                                Suite.databaseUrl("identity"),
                                "identity_owner",
                                Suite.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    create table if not exists errand
                    (id uuid primary key, due_at timestamptz, lease_until timestamptz);
                    comment on column errand.id is 'ID: an errand';
                    comment on column errand.due_at is 'TIME: when it is due';
                    comment on column errand.lease_until is 'TIME: until when it is taken';
                    delete from errand""");
        }
    }

    @Test
    void twoReplicasNeverDoTheSameWork() throws Exception {
        var ids = Stream.generate(() -> due(Instant.now())).limit(300).toList();

        try (var replicas = Executors.newFixedThreadPool(2)) {
            replicas.invokeAll(
                    List.of(
                            Executors.callable(() -> dueWork.each("errand", LEASE, done::add)),
                            Executors.callable(() -> dueWork.each("errand", LEASE, done::add))));
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void leavesWhatIsNotYetDue() {
        due(Instant.now().plusSeconds(60));

        dueWork.each("errand", LEASE, done::add);

        assertThat(done).isEmpty();
    }

    @Test
    void aFailureLeavesTheWorkToTheNextClaimAfterTheLease() throws Exception {
        var id = due(Instant.now());
        var lease = Duration.ofMillis(500);

        dueWork.each(
                "errand",
                lease,
                failed -> {
                    throw new IllegalStateException("EGN 7523169263");
                });
        dueWork.each("errand", lease, done::add);
        assertThat(done).isEmpty();

        Thread.sleep(lease);
        dueWork.each("errand", lease, done::add);
        assertThat(done).containsExactly(id);
    }

    @Test
    void workIsDoneOutsideAnyTransaction() {
        due(Instant.now());
        var statuses = new ConcurrentLinkedQueue<Integer>();

        dueWork.each("errand", LEASE, id -> statuses.add(transaction.getTransactionStatus()));

        assertThat(statuses).containsExactly(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void whatFallsDueWhileOtherWorkIsSlowDoesNotWaitForIt() {
        var slow = due(Instant.now());

        dueWork.each(
                "errand",
                LEASE,
                id -> {
                    if (id.equals(slow)) {
                        due(Instant.now());
                        sleep(Duration.ofSeconds(1));
                    }
                    done.add(id);
                });

        assertThat(done).hasSize(2).last().isEqualTo(slow);
    }

    @Test
    void aTableIsAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dueWork.each("errand; drop table errand", LEASE, done::add));
    }

    private UUID due(Instant at) {
        var id = UUID.randomUUID();
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                "insert into errand (id, due_at) values (?, ?)")) {
            statement.setObject(1, id);
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.execute();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
