package bg.telenor.pay.link;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.pay.domain.StoreLink;
import bg.telenor.pay.link.StoreLinkEntity.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StoreLinkRepository implements PanacheRepositoryBase<StoreLinkEntity, UUID> {

    Optional<StoreLinkEntity> offeredAs(UUID authenticationRequestId) {
        return find("authenticationRequestId", authenticationRequestId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<StoreLinkEntity> ofToken(SubjectRef token) {
        return find("tokenRef", token.value()).firstResultOptional();
    }

    boolean hasSeen(StoreLink.Account account) {
        return count(
                        "tokenRef = ?1 or associationId = ?2",
                        account.token().value(),
                        account.associationId())
                > 0;
    }

    List<StoreLinkEntity> openOf(UUID holdingId) {
        return list(
                "holdingId = ?1 and status in ?2",
                holdingId,
                List.of(Status.OFFERED, Status.LINKED));
    }
}
