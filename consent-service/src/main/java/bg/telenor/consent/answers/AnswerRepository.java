package bg.telenor.consent.answers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class AnswerRepository implements PanacheRepositoryBase<AnswerEntity, AnswerEntity.Key> {

    List<AnswerEntity> of(UUID request) {
        return list("key.requestId = ?1 order by key.service, key.part, key.piece", request);
    }

    void forget(UUID request) {
        delete("key.requestId", request);
    }
}
