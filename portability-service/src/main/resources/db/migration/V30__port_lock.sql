-- Numbers that their subscribers have locked; the number itself lies sealed under the same id.
create table port_lock (
    id          uuid        primary key,
    holding_id  uuid        not null unique,
    number_ref  text        not null,
    person_ref  text        not null,
    locked_at   timestamptz not null,
    due_at      timestamptz not null,
    lease_until timestamptz
);
create index port_lock_due on port_lock (due_at);
create index port_lock_person on port_lock (person_ref);
comment on column port_lock.id is 'ID: the lock';
comment on column port_lock.holding_id is 'ID: by which its subscriber has the number';
comment on column port_lock.number_ref is 'REF: the number';
comment on column port_lock.person_ref is 'REF: its subscriber';
comment on column port_lock.locked_at is 'TIME: since when';
comment on column port_lock.due_at is 'TIME: when to look whether the holding lasts';
comment on column port_lock.lease_until is 'TECH: until when one replica works on it';

-- What the person asks about: who wants their numbers, and what is asked for one of them.
create index port_out_person on port_out (person_ref);
create index port_out_number_ref on port_out_number (number_ref);
