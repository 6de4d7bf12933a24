package bg.telenor.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.consent.domain.Consent.Channel;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SubjectRef PERSON = new SubjectRef("egn:1:" + "A".repeat(43));

    private static final Consent.Agreement AGREEMENT =
            new Consent.Agreement(
                    UUID.randomUUID(),
                    PERSON,
                    PERSON,
                    null,
                    Purpose.DIRECT_MARKETING,
                    Channel.SHOP,
                    new TextVersion("2026-01"),
                    NOON);

    @Test
    void isWithdrawnWithNothingButTheWish() {
        var withdrawn = new Consent.Given(AGREEMENT).withdraw(Channel.WEB, NOON);

        assertThat(withdrawn).isEqualTo(new Consent.Withdrawn(AGREEMENT, Channel.WEB, NOON));
    }

    @Test
    void cannotBeWithdrawnTwice() {
        var withdrawn = new Consent.Withdrawn(AGREEMENT, Channel.WEB, NOON);

        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> withdrawn.withdraw(Channel.WEB, NOON))
                .withMessageContaining("withdraw");
    }
}
