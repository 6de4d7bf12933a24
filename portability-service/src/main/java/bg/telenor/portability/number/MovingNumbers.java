package bg.telenor.portability.number;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/**
 * Which numbers are on their way, in either direction: who wants to move one asks here first, with
 * the number {@linkplain Numbers#lock locked}. Takes part in the caller's transaction, which sees
 * the rows of all partners from then on.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class MovingNumbers {

    private final EntityManager em;
    private final PartnerRows rows;

    MovingNumbers(EntityManager em, PartnerRows rows) {
        this.em = em;
        this.rows = rows;
    }

    /** Whether one of them is on its way to us, or going back from us to where it came from. */
    public boolean isOnItsWay(List<SubjectRef> numbers) {
        var open =
                (Number)
                        em.createNativeQuery(
                                        """
                                        select count(*) from port_in_number
                                         where open and number_ref in ?1\
                                        """)
                                .setParameter(1, values(numbers))
                                .getSingleResult();
        return open.longValue() > 0;
    }

    /** Whether one of them is promised to another operator. */
    public boolean isPromised(List<SubjectRef> numbers) {
        return !promisedBy(numbers).isEmpty();
    }

    /** The same, by another porting than this. */
    public boolean isPromised(List<SubjectRef> numbers, UUID but) {
        return promisedBy(numbers).stream().anyMatch(porting -> !porting.equals(but));
    }

    private List<UUID> promisedBy(List<SubjectRef> numbers) {
        rows.all();
        return em.createQuery(
                        """
                        select p.id from PortOutEntity p join p.numbers n
                        where n.promised and n.numberRef in ?1\
                        """,
                        UUID.class)
                .setParameter(1, values(numbers))
                .getResultList();
    }

    private static List<String> values(List<SubjectRef> numbers) {
        return numbers.stream().map(SubjectRef::value).toList();
    }
}
