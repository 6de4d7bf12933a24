package bg.telenor.pay.purchase;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code purchase_refund}: what a store gave back, once. */
@Entity
@Table(name = "purchase_refund")
class RefundEntity {

    @Id UUID id;
    UUID purchaseId;
    String integratorAccount;
    String transactionId;
    long amountMinor;
    Instant at;
}
