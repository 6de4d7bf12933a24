package bg.telenor.pay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseTest {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Purchase.Charge CHARGE =
            new Purchase.Charge(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    new SubjectRef("msisdn:1:" + "A".repeat(43)),
                    Store.GOOGLE_PLAY,
                    Money.eur(499),
                    NOON);

    static Stream<Arguments> allowedMoves() {
        return Stream.of(
                Arguments.of(new Purchase.Captured(CHARGE), Set.of("refund")),
                Arguments.of(new Purchase.PartlyRefunded(CHARGE, Money.eur(100)), Set.of("refund")),
                Arguments.of(new Purchase.Refunded(CHARGE), Set.of()),
                Arguments.of(
                        new Purchase.Declined(CHARGE, DeclineReason.ACCOUNT_CLOSED), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("allowedMoves")
    void allowsExactlyTheseMoves(Purchase from, Set<String> allowed) {
        if (allowed.contains("refund")) {
            assertThat(from.refund(Money.eur(1)).charge()).isEqualTo(CHARGE);
        } else {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> from.refund(Money.eur(1)))
                    .isInstanceOfAny(IllegalMove.class, Purchase.RefundTooLarge.class)
                    .withMessageContaining("refund");
        }
    }

    @Test
    void isGivenBackInParts() {
        var captured = new Purchase.Captured(CHARGE);

        var first = captured.refund(Money.eur(100));
        var second = first.refund(Money.eur(399));

        assertThat(first).isEqualTo(new Purchase.PartlyRefunded(CHARGE, Money.eur(100)));
        assertThat(first.remaining()).isEqualTo(Money.eur(399));
        assertThat(second).isEqualTo(new Purchase.Refunded(CHARGE));
        assertThat(second.remaining()).isEqualTo(Money.eur(0));
    }

    @Test
    void isGivenBackAtOnce() {
        var captured = new Purchase.Captured(CHARGE);

        var refunded = captured.refund(Money.eur(499));

        assertThat(refunded).isEqualTo(new Purchase.Refunded(CHARGE));
    }

    @Test
    void refusesToGiveBackMoreThanRemains() {
        var partly = new Purchase.PartlyRefunded(CHARGE, Money.eur(100));

        assertThatExceptionOfType(Purchase.RefundTooLarge.class)
                .isThrownBy(() -> partly.refund(Money.eur(400)));
    }

    @Test
    void refusesToGiveBackInAnotherCurrency() {
        var captured = new Purchase.Captured(CHARGE);

        assertThatExceptionOfType(Purchase.RefundTooLarge.class)
                .isThrownBy(() -> captured.refund(new Money(1, "USD")));
    }

    @Test
    void refusesToGiveBackNothing() {
        var captured = new Purchase.Captured(CHARGE);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> captured.refund(Money.eur(0)))
                .withMessage("amount is zero");
    }
}
