package bg.telenor.pay.purchase;

import bg.telenor.pay.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * The double-entry ledger. It only ever grows; the database refuses a transaction whose postings do
 * not balance. Every method takes part in the caller's transaction.
 */
@ApplicationScoped
class Ledger {

    private final EntityManager em;

    Ledger(EntityManager em) {
        this.em = em;
    }

    /**
     * Lets one transaction at a time spend from an account, until its end: what was spent so far
     * cannot change under the one that looks.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Posting.Account account, String currency, Instant at) {
        em.createNativeQuery("select id from ledger_account where id = ?1 for no key update")
                .setParameter(1, open(account, currency, at))
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void post(Posting posting) {
        em.createNativeQuery(
                        "insert into ledger_transaction (id, kind, cause, at) values (?1, ?2, ?3,"
                                + " ?4)")
                .setParameter(1, posting.id())
                .setParameter(2, posting.kind().name())
                .setParameter(3, posting.cause())
                .setParameter(4, posting.at())
                .executeUpdate();
        posting.entries().forEach(entry -> append(posting, entry));
    }

    private void append(Posting posting, Posting.Entry entry) {
        var account = open(entry.account(), entry.amount().currency(), posting.at());
        em.createNativeQuery(
                        """
                        insert into ledger_entry (transaction_id, account_id, side, amount_minor, currency)
                        values (?1, ?2, ?3, ?4, ?5)\
                        """)
                .setParameter(1, posting.id())
                .setParameter(2, account)
                .setParameter(3, entry.side().name())
                .setParameter(4, entry.amount().minor())
                .setParameter(5, entry.amount().currency())
                .executeUpdate();
    }

    private UUID open(Posting.Account account, String currency, Instant at) {
        var kind = kind(account);
        var owner = owner(account);
        em.createNativeQuery(
                        """
                        insert into ledger_account (id, kind, owner, currency, opened_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict (kind, owner, currency) do nothing\
                        """)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, kind)
                .setParameter(3, owner)
                .setParameter(4, currency)
                .setParameter(5, at)
                .executeUpdate();
        return (UUID)
                em.createNativeQuery(
                                """
                                select id from ledger_account
                                where kind = ?1 and owner = ?2 and currency = ?3\
                                """,
                                UUID.class)
                        .setParameter(1, kind)
                        .setParameter(2, owner)
                        .setParameter(3, currency)
                        .getSingleResult();
    }

    private static String kind(Posting.Account account) {
        return switch (account) {
            case Posting.Account.Customer customer -> "CUSTOMER";
            case Posting.Account.Payable payable -> "PAYABLE";
        };
    }

    private static String owner(Posting.Account account) {
        return switch (account) {
            case Posting.Account.Customer customer -> customer.holdingId().toString();
            case Posting.Account.Payable payable -> payable.store().name();
        };
    }
}
