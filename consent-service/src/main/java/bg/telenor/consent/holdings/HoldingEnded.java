package bg.telenor.consent.holdings;

import bg.telenor.consent.domain.Holding;

/** Told within this service, in the transaction that notices it. */
public record HoldingEnded(Holding holding) {}
