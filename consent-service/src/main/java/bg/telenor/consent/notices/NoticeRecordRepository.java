package bg.telenor.consent.notices;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class NoticeRecordRepository
        implements PanacheRepositoryBase<NoticeRecordEntity, NoticeRecordEntity.Key> {

    List<NoticeRecordEntity> of(UUID notice) {
        return list("noticeId = ?1 order by receivedAt", notice);
    }

    void forget(UUID notice) {
        delete("noticeId", notice);
    }
}
