package bg.telenor.debtcheck.inquiry;

import bg.telenor.kit.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Rows that belong to the partner that asked: the database shows each its own alone. */
@ApplicationScoped
class InquiryRepository implements PanacheRepositoryBase<InquiryEntity, UUID> {

    Optional<InquiryEntity> findOf(String client, UUID inquiryId) {
        return find("client = ?1 and inquiryId = ?2", client, inquiryId).firstResultOptional();
    }

    long countAbout(String client, SubjectRef person, Instant since) {
        return count(
                "client = ?1 and personRef = ?2 and answeredAt >= ?3",
                client,
                person.value(),
                since);
    }

    /**
     * Counts one more inquiry of the day and says how many there are. The row stays locked until
     * the end of the transaction, so that a partner's inquiries are answered one after the other.
     */
    int countOneMore(String client, LocalDate day) {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery(
                                        """
                                        insert into debt_inquiry_budget (client, day, used)
                                        values (?1, ?2, 1)
                                        on conflict (client, day)
                                        do update set used = debt_inquiry_budget.used + 1
                                        returning used\
                                        """,
                                        Integer.class)
                                .setParameter(1, client)
                                .setParameter(2, day)
                                .getSingleResult())
                .intValue();
    }
}
