-- Store links, purchases, the ledger, and the requests of stores that were answered.

create table store_link (
    id                        uuid primary key,
    client                    text        not null,
    authentication_request_id uuid        not null unique,
    store                     text        not null,
    number_ref                text        not null,
    holding_id                uuid        not null,
    status                    text        not null check (status in ('OFFERED', 'LINKED', 'CLOSED', 'EXPIRED')),
    offered_at                timestamptz not null,
    expires_at                timestamptz not null,
    token_ref                 text unique,
    association_id            text unique,
    linked_at                 timestamptz,
    closed_at                 timestamptz,
    due_at                    timestamptz,
    lease_until               timestamptz,
    version                   int         not null
);
create index store_link_due on store_link (due_at) where due_at is not null;
create index store_link_holding on store_link (holding_id);

comment on table store_link is 'Which store account is charged to which holding of a number';
comment on column store_link.id is 'ID: our own';
comment on column store_link.client is 'ID: the OAuth client that asked for the link';
comment on column store_link.authentication_request_id is 'ID: random, what the store shows when it links';
comment on column store_link.store is 'CODED: the store';
comment on column store_link.number_ref is 'REF: the number';
comment on column store_link.holding_id is 'ID: who pays';
comment on column store_link.status is 'STATE: OFFERED, LINKED, CLOSED or EXPIRED';
comment on column store_link.offered_at is 'TIME: when our channel asked';
comment on column store_link.expires_at is 'TIME: until when the store may come';
comment on column store_link.token_ref is 'REF: the token that the store charges with; never seen twice';
comment on column store_link.association_id is 'ID: the store''s name of the association; never seen twice';
comment on column store_link.linked_at is 'TIME: when the store linked its account';
comment on column store_link.closed_at is 'TIME: when the holding ended';
comment on column store_link.due_at is 'TIME: when something is to be done about it';
comment on column store_link.lease_until is 'TIME: until when a replica is at it';
comment on column store_link.version is 'TECH: optimistic lock';

create table purchase (
    id                 uuid primary key,
    integrator_account text        not null,
    transaction_id     text        not null,
    link_id            uuid        not null,
    holding_id         uuid        not null,
    number_ref         text        not null,
    store              text        not null,
    amount_minor       bigint      not null check (amount_minor > 0),
    refunded_minor     bigint      not null check (refunded_minor between 0 and amount_minor),
    currency           text        not null,
    status             text        not null check (status in ('CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED', 'DECLINED')),
    decline_reason     text,
    at                 timestamptz not null,
    version            int         not null,
    unique (integrator_account, transaction_id),
    check ((status = 'DECLINED') = (decline_reason is not null))
);
create index purchase_of_holding on purchase (holding_id, at desc, id desc);

comment on table purchase is 'What stores charged, or tried to charge, to holdings; text lies in the vault';
comment on column purchase.id is 'ID: our own';
comment on column purchase.integrator_account is 'ID: our account with the store';
comment on column purchase.transaction_id is 'ID: the store''s request id of the capture';
comment on column purchase.link_id is 'ID: the store link it was charged through';
comment on column purchase.holding_id is 'ID: who pays';
comment on column purchase.number_ref is 'REF: the number';
comment on column purchase.store is 'CODED: the store';
comment on column purchase.amount_minor is 'MONEY: in minor units';
comment on column purchase.refunded_minor is 'MONEY: what was given back, in minor units';
comment on column purchase.currency is 'MONEY: ISO 4217';
comment on column purchase.status is 'STATE: CAPTURED, PARTLY_REFUNDED, REFUNDED or DECLINED';
comment on column purchase.decline_reason is 'CODED: why it was declined';
comment on column purchase.at is 'TIME: when it was decided';
comment on column purchase.version is 'TECH: optimistic lock';

create table purchase_refund (
    id                 uuid primary key,
    purchase_id        uuid        not null references purchase on delete cascade,
    integrator_account text        not null,
    transaction_id     text        not null,
    amount_minor       bigint      not null check (amount_minor > 0),
    at                 timestamptz not null,
    unique (integrator_account, transaction_id)
);
create index purchase_refund_of on purchase_refund (purchase_id);

comment on table purchase_refund is 'What stores gave back, in the currency of the purchase';
comment on column purchase_refund.id is 'ID: our own';
comment on column purchase_refund.purchase_id is 'ID: the purchase';
comment on column purchase_refund.integrator_account is 'ID: our account with the store';
comment on column purchase_refund.transaction_id is 'ID: the store''s request id of the refund';
comment on column purchase_refund.amount_minor is 'MONEY: in minor units';
comment on column purchase_refund.at is 'TIME: when it was booked';

create table ledger_account (
    id         uuid primary key,
    kind       text        not null check (kind in ('CUSTOMER', 'PAYABLE')),
    owner      text        not null,
    currency   text        not null,
    opened_at  timestamptz not null,
    unique (kind, owner, currency),
    unique (id, currency)
);

comment on table ledger_account is 'Whose money it is: what holdings owe us, what we owe stores';
comment on column ledger_account.id is 'ID: our own';
comment on column ledger_account.kind is 'CODED: CUSTOMER (they owe us) or PAYABLE (we owe them)';
comment on column ledger_account.owner is 'ID: the holding, or the store';
comment on column ledger_account.currency is 'MONEY: ISO 4217';
comment on column ledger_account.opened_at is 'TIME: of the first entry';

create table ledger_transaction (
    id    uuid primary key,
    kind  text        not null check (kind in ('CAPTURE', 'REFUND')),
    cause uuid        not null unique,
    at    timestamptz not null
);

comment on table ledger_transaction is 'Movements of money; append-only; each balances';
comment on column ledger_transaction.id is 'ID: our own';
comment on column ledger_transaction.kind is 'CODED: CAPTURE or REFUND';
comment on column ledger_transaction.cause is 'ID: the purchase or refund; booked once';
comment on column ledger_transaction.at is 'TIME: of the movement';

create table ledger_entry (
    id             bigint generated always as identity primary key,
    transaction_id uuid   not null references ledger_transaction,
    account_id     uuid   not null,
    side           text   not null check (side in ('DEBIT', 'CREDIT')),
    amount_minor   bigint not null check (amount_minor > 0),
    currency       text   not null,
    foreign key (account_id, currency) references ledger_account (id, currency)
);
create index ledger_entry_transaction on ledger_entry (transaction_id);
create index ledger_entry_account on ledger_entry (account_id);

comment on table ledger_entry is 'The sides of each movement; append-only';
comment on column ledger_entry.id is 'TECH: order of booking';
comment on column ledger_entry.transaction_id is 'ID: the movement';
comment on column ledger_entry.account_id is 'ID: the account';
comment on column ledger_entry.side is 'CODED: DEBIT or CREDIT';
comment on column ledger_entry.amount_minor is 'MONEY: in minor units';
comment on column ledger_entry.currency is 'MONEY: ISO 4217, the account''s';

-- At commit a movement has at least two entries, and debits equal credits in every currency.
create function ledger_balances() returns trigger language plpgsql as $$
declare
    movement uuid;
begin
    if tg_table_name = 'ledger_transaction' then
        movement := new.id;
    else
        movement := new.transaction_id;
    end if;
    if (select count(*) from ledger_entry where transaction_id = movement) < 2
        or exists (
            select from ledger_entry
            where transaction_id = movement
            group by currency
            having sum(case side when 'DEBIT' then amount_minor else -amount_minor end) <> 0)
    then
        raise exception 'ledger transaction does not balance' using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger ledger_transaction_balances after insert on ledger_transaction
    deferrable initially deferred for each row execute function ledger_balances();
create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_balances();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;

create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
    for each statement execute function ledger_is_append_only();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();

create table carrier_request (
    integrator_account text        not null,
    request_id         text        not null,
    digest             text        not null,
    answer             text        not null,
    answered_at        timestamptz not null,
    primary key (integrator_account, request_id)
);
create index carrier_request_age on carrier_request (answered_at);

comment on table carrier_request is 'Requests of stores that had an effect, so that a repeat has none';
comment on column carrier_request.integrator_account is 'ID: our account with the store';
comment on column carrier_request.request_id is 'ID: the store''s';
comment on column carrier_request.digest is 'TECH: SHA-256 of method and body; the bodies hold random ids or tokens';
comment on column carrier_request.answer is 'TECH: the answer as given: result codes, limits and our own ids';
comment on column carrier_request.answered_at is 'TIME: of the answer';
