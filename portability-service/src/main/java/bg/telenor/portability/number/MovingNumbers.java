package bg.telenor.portability.number;

import bg.telenor.kit.partner.PartnerRows;
import bg.telenor.kit.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

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
        return any("select count(*) from port_in_number where open and number_ref in ?1", numbers);
    }

    /** Whether one of them is promised to another operator. */
    public boolean isPromised(List<SubjectRef> numbers) {
        rows.all();
        return any(
                "select count(*) from port_out_number where promised and number_ref in ?1",
                numbers);
    }

    private boolean any(String query, List<SubjectRef> numbers) {
        var count =
                (Number)
                        em.createNativeQuery(query)
                                .setParameter(1, numbers.stream().map(SubjectRef::value).toList())
                                .getSingleResult();
        return count.longValue() > 0;
    }
}
