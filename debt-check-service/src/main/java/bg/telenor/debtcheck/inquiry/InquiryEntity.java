package bg.telenor.debtcheck.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code debt_inquiry}: that it was answered; what, lies sealed. */
@Entity
@Table(name = "debt_inquiry")
class InquiryEntity {

    @Id UUID id;
    String client;
    UUID inquiryId;
    String personRef;
    Instant answeredAt;
}
