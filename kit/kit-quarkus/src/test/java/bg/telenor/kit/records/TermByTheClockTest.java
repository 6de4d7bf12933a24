package bg.telenor.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.Topic;
import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.events.intake.IntakeEvent.DataErased.Reason;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept for minutes ends to the moment, and so that nobody can bring it back. */
@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "identity"))
class TermByTheClockTest {

    private static final Duration TERM = Duration.ofMinutes(15);
    private static final Clock NOW = Clock.systemUTC();

    @Inject TestRecords services;
    @Inject Documents documents;
    @Inject Erasures erasures;
    @Inject Vault vault;

    @Test
    void endsToTheMomentWithRowAndKey() {
        var kept = photo(services.someone());
        keep(kept, "a".repeat(200_000));
        var document = services.document(kept);
        var sealed = services.sealed(kept);

        retentionAt(TERM.minusSeconds(30)).eraseDue();
        assertThat(Owner.isKept(kept)).isTrue();
        retentionAt(TERM.plusSeconds(1)).eraseDue();

        var said = Suite.await(Topic.INTAKE, kept.id(), "DataErased").data();
        assertThat(said.path("reason").asText()).isEqualTo(Reason.RETENTION.name());
        assertThat(Owner.isKept(kept)).isFalse();
        assertThat(Owner.keyExists(document.key())).isFalse();
        assertThat(vault.open(document.key(), document.place(), sealed)).isEmpty();
    }

    @Test
    void isNotReadAfterItsEndWhenTheJobIsLate() {
        var kept = photo(services.someone());
        keep(kept, "a picture");

        assertThat(openAt(kept, TERM.minusSeconds(30))).isPresent();
        assertThat(openAt(kept, TERM.plusSeconds(1))).isEmpty();
    }

    @Test
    void theDayOfItsEndIsTold() {
        var kept = photo(services.someone());
        keep(kept, "a picture");

        var end = services.document(kept).eraseAt();

        var said = Suite.await(Topic.INTAKE, kept.id(), "DataReceived").data();
        assertThat(said.path("retainUntil").asText())
                .isEqualTo(end.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }

    @Test
    void sharesItsKeyWithNothing() {
        var subject = services.someone();
        var one = photo(subject);
        var other = photo(subject);

        keep(one, "a picture");
        keep(other, "another");

        assertThat(services.document(one).key()).isNotEqualTo(services.document(other).key());
    }

    private Retention retentionAt(Duration later) {
        return new Retention(documents, erasures, Clock.offset(NOW, later));
    }

    private Optional<?> openAt(Kept kept, Duration later) {
        var records = services.of("identity-service", Clock.offset(NOW, later));
        return QuarkusTransaction.requiringNew()
                .call(() -> records.open(kept.record(), kept.id(), Map.class));
    }

    private void keep(Kept kept, String photo) {
        var records = services.of("identity-service");
        QuarkusTransaction.requiringNew().run(() -> records.keep(kept, Map.of("photo", photo)));
    }

    private static Kept photo(SubjectRef subject) {
        return new Kept(
                RecordType.IDENTITY_PHOTO,
                UUID.randomUUID(),
                subject,
                Purpose.CONTRACT_CONCLUSION,
                Source.REGIX_BDS,
                null,
                Role.USER);
    }
}
