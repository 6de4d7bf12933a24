package bg.telenor.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.identity.IdentityEvent.IdentityConfirmed;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.events.intake.IntakeEvent;
import bg.telenor.events.intake.IntakeEvent.DataDisclosed;
import bg.telenor.events.intake.IntakeEvent.DataReceived;
import bg.telenor.events.porting.PortingEvent;
import bg.telenor.events.porting.PortingEvent.PortingScheduled;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.local.TopicRecord;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.OperatorCode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class InboxTest {

    private static final EventCodec CODEC = new EventCodec();

    @Inject Inbox inbox;
    @Inject AgroalDataSource dataSource;

    private final String consumer = "test-" + UUID.randomUUID();
    private final SubjectRef subject =
            Suite.subjectRefs().ofStoreAccount("TEST", UUID.randomUUID().toString());
    private final List<UUID> handled = new ArrayList<>();
    private final Set<UUID> failing = new HashSet<>();

    @Test
    void anEventThatComesTwiceIsHandledOnce() {
        var event = event(Instant.now());

        deliver(event);
        deliver(event);

        assertThat(handled).containsExactly(event.id());
    }

    @Test
    void everyConsumerHandlesAnEventForItself() {
        var event = event(Instant.now());

        inbox.once(consumer, record(event), PortingEvent.class, e -> handled.add(e.id()));
        inbox.once(consumer + "-2", record(event), PortingEvent.class, e -> handled.add(e.id()));

        assertThat(handled).containsExactly(event.id(), event.id());
    }

    @Test
    void aTypeThatIsNotKnownHereIsSkipped() {
        var text = CODEC.encode(event(Instant.now())).replace("PortingScheduled", "PortingLost");

        deliver(record("porting", text));

        assertThat(handled).isEmpty();
        assertThat(deadLetters("porting")).isEmpty();
    }

    @Test
    void aTombstoneIsSkipped() {
        deliver(record("porting", null));

        assertThat(handled).isEmpty();
    }

    @Test
    void whatIsNoEventIsSetAsideWithoutItsTextAndItsKeyGoesOn() {
        var next = event(Instant.now());

        deliver(record("porting", "Ivan 7523169263"));
        deliver(next);

        assertThat(handled).containsExactly(next.id());
        assertThat(awaitDeadLetters("porting", 1))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.text()).isNull();
                            assertThat(letter.headers())
                                    .containsEntry("reason", "UNDECODABLE")
                                    .containsEntry("topic", "porting")
                                    .containsEntry("partition", "3")
                                    .containsEntry("offset", "42");
                        });
    }

    @Test
    void aFailureForGoodParksTheKeyUntilItsReplayInOrder() {
        var events = List.of(event(Instant.now()), event(Instant.now()), event(Instant.now()));
        failing.add(events.get(0).id());

        events.forEach(this::deliver);

        assertThat(handled).isEmpty();
        var parked = awaitDeadLetters("porting", 3);
        assertThat(parked)
                .extracting(TopicRecord::text)
                .containsExactlyElementsOf(events.stream().map(CODEC::encode).toList());
        assertThat(parked.getFirst().headers())
                .containsEntry("reason", "java.lang.IllegalStateException");

        failing.clear();
        parked.forEach(letter -> deliver(replay(letter)));
        var later = event(Instant.now());
        deliver(later);

        assertThat(handled)
                .containsExactly(
                        events.get(0).id(), events.get(1).id(), events.get(2).id(), later.id());
    }

    @Test
    void aReplayThatFailsAgainHoldsBackWhatComesAfterIt() {
        var first = event(Instant.now());
        var second = event(Instant.now());
        failing.add(first.id());
        deliver(first);
        deliver(second);
        var parked = awaitDeadLetters("porting", 2);

        parked.forEach(letter -> deliver(replay(letter)));

        assertThat(handled).isEmpty();
        var parkedAgain = awaitDeadLetters("porting", 4).subList(2, 4);
        failing.clear();
        parkedAgain.forEach(letter -> deliver(replay(letter)));
        assertThat(handled).containsExactly(first.id(), second.id());
    }

    @Test
    void aReplayOutOfItsTurnWaits() {
        var first = event(Instant.now());
        var second = event(Instant.now());
        failing.add(first.id());
        deliver(first);
        deliver(second);
        failing.clear();
        var parked = awaitDeadLetters("porting", 2);

        deliver(replay(parked.get(1)));
        deliver(replay(parked.get(0)));
        deliver(replay(parked.get(1)));

        assertThat(handled).containsExactly(first.id(), second.id());
    }

    @Test
    void aReplayForAnotherConsumerIsNotForThisOne() {
        var record = record(event(Instant.now()));
        record.headers().add("replay-for", "another".getBytes(StandardCharsets.UTF_8));

        deliver(record);

        assertThat(handled).isEmpty();
    }

    @Test
    void aFailureForWantOfInfrastructureIsTriedAgainInPlace() {
        var event = event(Instant.now());
        var attempts = new ArrayList<UUID>();

        inbox.once(
                consumer,
                record(event),
                PortingEvent.class,
                e -> {
                    attempts.add(e.id());
                    if (attempts.size() < 3) {
                        throw new IllegalStateException(new SQLException("gone", "08006"));
                    }
                    handled.add(e.id());
                });

        assertThat(attempts).hasSize(3);
        assertThat(handled).containsExactly(event.id());
        assertThat(deadLetters("porting")).isEmpty();
    }

    @Test
    void anEventOlderThanItsTopicsLifeIsSetAside() {
        var old = event(Instant.now().minus(Duration.ofDays(38)));
        var next = event(Instant.now().minus(Duration.ofDays(36)));

        deliver(old);
        deliver(next);

        assertThat(handled).containsExactly(next.id());
        assertThat(awaitDeadLetters("porting", 1))
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.headers()).containsEntry("reason", "TOO_OLD"));
    }

    @Test
    void anEventFromBeforeTheErasureOfItsSubjectBringsNothingBack() throws SQLException {
        var erasedAt = Instant.now();
        erase(erasedAt);
        var late = event(erasedAt.minusSeconds(60));
        var fresh = event(erasedAt.plusSeconds(1));

        deliver(late);
        deliver(fresh);

        assertThat(handled).containsExactly(fresh.id());
    }

    @Test
    void whatALawHoldsBackIsHeardOfAlsoAfterTheErasureOfItsSubject() throws SQLException {
        var erasedAt = Instant.now();
        erase(erasedAt);
        var before = erasedAt.minusSeconds(60);
        var purchase = received(RecordType.PURCHASE, Purpose.PAY_WITH_TELENOR, before);
        var reference =
                received(RecordType.IDENTITY_REFERENCE, Purpose.CONTRACT_CONCLUSION, before);
        var given =
                envelope(
                        before,
                        new DataDisclosed(
                                subject,
                                purchase.data().recordId(),
                                RecordType.PURCHASE,
                                Purpose.PAY_WITH_TELENOR,
                                new OperatorCode("A1"),
                                before));

        List.of(reference, purchase, given)
                .forEach(
                        event ->
                                inbox.once(
                                        consumer,
                                        record(event),
                                        IntakeEvent.class,
                                        heard -> handled.add(heard.id())));

        assertThat(handled).containsExactly(purchase.id(), given.id());
    }

    @Test
    void anEventSignedByNobodyKnownIsSetAside() {
        var forged =
                EventEnvelope.of(
                        UUID.randomUUID(),
                        "identity-service",
                        Instant.now(),
                        null,
                        (IdentityEvent)
                                new IdentityConfirmed(
                                        subject,
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        Purpose.CONTRACT_CONCLUSION,
                                        Role.USER,
                                        Instant.now(),
                                        Instant.now().plusSeconds(60),
                                        new Jws("eyJhbGciOiJFUzI1NiJ9..AAAA")));

        inbox.once(
                consumer,
                record("identity", CODEC.encode(forged)),
                IdentityEvent.class,
                e -> handled.add(e.id()));

        assertThat(handled).isEmpty();
        assertThat(awaitDeadLetters("identity", 1))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.headers())
                                        .containsEntry("reason", "NOT_SIGNED_BY_ITS_WRITER"));
    }

    private void deliver(EventEnvelope<? extends PublishedEvent> event) {
        deliver(record(event));
    }

    private void deliver(ConsumerRecord<String, String> record) {
        inbox.once(
                consumer,
                record,
                PortingEvent.class,
                event -> {
                    if (failing.contains(event.id())) {
                        throw new IllegalStateException("EGN 7523169263");
                    }
                    handled.add(event.id());
                });
    }

    private EventEnvelope<PortingScheduled> event(Instant time) {
        var data = new PortingScheduled(subject, UUID.randomUUID(), Instant.EPOCH, null);
        return EventEnvelope.of(UUID.randomUUID(), "portability-service", time, null, data);
    }

    private EventEnvelope<IntakeEvent> received(RecordType record, Purpose purpose, Instant at) {
        return envelope(
                at,
                new DataReceived(
                        subject,
                        UUID.randomUUID(),
                        record,
                        purpose,
                        Source.DATA_SUBJECT,
                        null,
                        at,
                        LocalDate.EPOCH));
    }

    private static EventEnvelope<IntakeEvent> envelope(Instant at, IntakeEvent data) {
        return EventEnvelope.of(UUID.randomUUID(), "pay-with-telenor-service", at, null, data);
    }

    private ConsumerRecord<String, String> record(EventEnvelope<?> event) {
        return record(event.data().topic(), CODEC.encode(event));
    }

    private ConsumerRecord<String, String> record(String topic, String text) {
        return new ConsumerRecord<>(topic, 3, 42, subject.value(), text);
    }

    private ConsumerRecord<String, String> replay(TopicRecord letter) {
        var record = record(letter.headers().get("topic"), letter.text());
        record.headers().add("replay-for", consumer.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private List<TopicRecord> awaitDeadLetters(String topic, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> deadLetters(topic).size() >= count);
        return deadLetters(topic);
    }

    private List<TopicRecord> deadLetters(String topic) {
        return Suite.records(
                topic + "-dlq", letter -> consumer.equals(letter.headers().get("consumer")));
    }

    private void erase(Instant until) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(
                                "insert into erased_subject values (?, ?, ?)")) {
            statement.setString(1, subject.value());
            statement.setObject(2, Instant.EPOCH.atOffset(ZoneOffset.UTC));
            statement.setObject(3, until.atOffset(ZoneOffset.UTC));
            statement.execute();
        }
    }
}
