package bg.telenor.consent.notices;

import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.processing.Source;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code notice_record}: by which notice a person is told of a record, or why not. */
@Entity
@Table(name = "notice_record")
class NoticeRecordEntity {

    @Embeddable
    record Key(@Enumerated(EnumType.STRING) RecordType recordType, UUID recordId) {}

    @EmbeddedId Key key;
    UUID noticeId;

    @Enumerated(EnumType.STRING)
    Exemption exemption;

    @Enumerated(EnumType.STRING)
    Source source;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    Instant receivedAt;
}
