package bg.telenor.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.events.Topic;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.rights.RightsAnswerEvent.AccessAnswered;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class OutboxTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[0]);

    @Inject Outbox outbox;
    @Inject AgroalDataSource dataSource;

    @BeforeAll
    static void makeACounterPerAggregate() throws SQLException {
        try (var owner =
                        DriverManager.getConnection(
                                Suite.databaseUrl("identity"),
                                "identity_owner",
                                Suite.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    create table if not exists counter (id uuid primary key, n int);
                    comment on column counter.id is 'ID: an aggregate';
                    comment on column counter.n is 'TECH: how often it was written'""");
        }
    }

    @Test
    void fiftyConcurrentWritersOfOneKeyLeaveInTheOrderOfTheirCommits() throws Exception {
        var key = aSubject();
        var aggregates = List.of(UUID.randomUUID(), UUID.randomUUID());
        aggregates.forEach(this::startCounting);

        var writers = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 500; i++) {
                var aggregate = aggregates.get(i % 2);
                writers.add(threads.submit(() -> countAndPublish(key, aggregate)));
            }
        }
        for (var writer : writers) {
            writer.get();
        }
        Suite.await(Topic.RIGHTS_ANSWERS, end(key), "AccessAnswered");

        var inOrder = IntStream.rangeClosed(1, 250).boxed().toList();
        for (var aggregate : aggregates) {
            assertThat(Suite.events(Topic.RIGHTS_ANSWERS, aggregate))
                    .extracting(event -> event.data().get("piece").asInt())
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void nothingLeavesWhenTheTransactionRollsBack() {
        var key = aSubject();
        var undone = UUID.randomUUID();

        QuarkusTransaction.begin();
        outbox.publish(answer(key, undone, 1));
        QuarkusTransaction.rollback();
        Suite.await(Topic.RIGHTS_ANSWERS, end(key), "AccessAnswered");

        assertThat(Suite.events(Topic.RIGHTS_ANSWERS, undone)).isEmpty();
    }

    @Test
    void anEventSaysWhoWroteItAndWhen() {
        var request = UUID.randomUUID();
        var before = Instant.now();

        publish(answer(aSubject(), request, 1));

        var event = Suite.await(Topic.RIGHTS_ANSWERS, request, "AccessAnswered");
        assertThat(event.value().get("source").asText()).isEqualTo("identity-service");
        assertThat(Instant.parse(event.value().get("time").asText()))
                .isBetween(before, Instant.now());
        assertThat(event.headers())
                .containsEntry("content-type", "application/cloudevents+json; charset=UTF-8");
    }

    @Test
    void aTombstoneLeavesWithoutAValue() {
        var number = "+35988%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));

        QuarkusTransaction.requiringNew().run(() -> outbox.forget(NumberEvent.TOPIC, number));

        var tombstones = new ArrayList<TopicRecord>();
        for (int i = 0; i < 50 && tombstones.isEmpty(); i++) {
            tombstones.addAll(Suite.records("numbers", record -> number.equals(record.key())));
        }
        assertThat(tombstones)
                .singleElement()
                .satisfies(record -> assertThat(record.text()).isNull());
    }

    @Test
    void aSignedEventIsSignedWithTheKeyOfTheService() throws Exception {
        var reference = UUID.randomUUID();
        publish(
                new IdentityConfirmed(
                        aSubject(),
                        reference,
                        UUID.randomUUID(),
                        Purpose.CONTRACT_CONCLUSION,
                        Role.USER,
                        Instant.now(),
                        Instant.now().plus(Duration.ofHours(1)),
                        null));

        var event = Suite.await(Topic.IDENTITY, reference, "IdentityConfirmed");

        var codec = new EventCodec();
        var read =
                (IdentityConfirmed)
                        codec.decode(event.text(), bg.telenor.events.identity.IdentityEvent.class)
                                .orElseThrow()
                                .data();
        var keys = JWKSet.load(Suite.keys("identity-service").resolve("peers.jwks").toFile());
        var key = keys.getKeyByKeyId("identity-service").toECKey();
        var jws =
                JWSObject.parse(read.signature().compact(), new Payload(codec.signedContent(read)));
        assertThat(jws.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void whatAnotherReplicaCommitsLeavesAtItsNotification() throws SQLException {
        var key = aSubject();
        var request = UUID.randomUUID();
        var text =
                new EventCodec()
                        .encode(
                                bg.telenor.kit.event.EventEnvelope.of(
                                        UUID.randomUUID(),
                                        "identity-service",
                                        Instant.now(),
                                        null,
                                        answer(key, request, 1)));

        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into outbox (topic, key, payload, created_at)
                                values ('rights-answers', ?, ?, ?)""")) {
            statement.setString(1, key.value());
            statement.setString(2, text);
            statement.setObject(3, Instant.now().atOffset(java.time.ZoneOffset.UTC));
            statement.execute();
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("notify outbox");
        }

        Suite.await(Topic.RIGHTS_ANSWERS, request, "AccessAnswered");
    }

    @Test
    void aRelayedEventLeavesTheTable() throws SQLException {
        var key = aSubject();
        Suite.await(Topic.RIGHTS_ANSWERS, end(key), "AccessAnswered");

        var left = 1;
        for (int i = 0; i < 50 && left > 0; i++) {
            try (var connection = dataSource.getConnection();
                    var statement =
                            connection.prepareStatement(
                                    "select count(*) from outbox where key = ?")) {
                statement.setString(1, key.value());
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    left = rows.getInt(1);
                }
            }
        }
        assertThat(left).isZero();
    }

    @Test
    void anEventThatIsTooLargeIsRefusedAndNothingOfItStays() {
        var request = UUID.randomUUID();
        var large = new Jwe("head.key.iv." + "x".repeat(256 * 1024) + ".tag");
        var event = new AccessAnswered(aSubject(), request, 1, 1, true, large, DIGEST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(event))
                .withMessageContaining("256 KiB");
        assertThat(Suite.events(Topic.RIGHTS_ANSWERS, request)).isEmpty();
    }

    @Test
    void anEventWithoutAFieldThatReadersInsistOnIsRefused() {
        var event = new AccessAnswered(aSubject(), UUID.randomUUID(), 1, 1, true, null, DIGEST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(event))
                .withMessage("content is missing");
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        var event = answer(aSubject(), UUID.randomUUID(), 1);

        assertThatIllegalStateException().isThrownBy(() -> outbox.publish(event));
    }

    private void countAndPublish(SubjectRef key, UUID aggregate) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            outbox.publish(answer(key, aggregate, count(aggregate)));
                            dawdle();
                        });
    }

    /** The row's lock makes the counter's order the order of commits. */
    private int count(UUID aggregate) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                "update counter set n = n + 1 where id = ? returning n")) {
            statement.setObject(1, aggregate);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startCounting(UUID aggregate) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("insert into counter values (?, 0)")) {
            statement.setObject(1, aggregate);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void dawdle() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An event after which all earlier ones of the key have left too. */
    private UUID end(SubjectRef key) {
        var last = UUID.randomUUID();
        publish(answer(key, last, 0));
        return last;
    }

    private void publish(PublishedEvent event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
    }

    private static AccessAnswered answer(SubjectRef key, UUID request, int piece) {
        return new AccessAnswered(
                key, request, 1, piece, true, new Jwe("head.key.iv.content.tag"), DIGEST);
    }

    private static SubjectRef aSubject() {
        return Suite.subjectRefs().ofStoreAccount("TEST", UUID.randomUUID().toString());
    }
}
