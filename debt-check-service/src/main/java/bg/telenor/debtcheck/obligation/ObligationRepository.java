package bg.telenor.debtcheck.obligation;

import bg.telenor.debtcheck.domain.Obligation;
import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ObligationRepository implements PanacheRepositoryBase<ObligationEntity, UUID> {

    /** Writes an obligation, however often and concurrently; false when it is another person's. */
    boolean put(UUID id, SubjectRef person, Obligation obligation, Instant at) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                insert into obligation (id, person_ref, state, due_on, updated_at)
                                values (?1, ?2, ?3, ?4, ?5)
                                on conflict (id) do update
                                set state = excluded.state, due_on = excluded.due_on,
                                    updated_at = excluded.updated_at
                                where obligation.person_ref = excluded.person_ref\
                                """)
                        .setParameter(1, id)
                        .setParameter(2, person.value())
                        .setParameter(3, obligation.state().name())
                        .setParameter(4, obligation.dueOn())
                        .setParameter(5, at)
                        .executeUpdate()
                == 1;
    }

    List<Obligation> of(SubjectRef person) {
        return list("personRef", person.value()).stream().map(ObligationEntity::toDomain).toList();
    }
}
