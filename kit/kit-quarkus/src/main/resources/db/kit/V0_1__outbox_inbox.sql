-- Events on their way out. Rows of one key are inserted under an advisory lock that lasts to the
-- commit, so that per key the order of ids is the order of commits; the cache of 1 is part of that.
create table outbox (
    id         bigint generated always as identity (cache 1) primary key,
    topic      text        not null,
    key        text,
    payload    text,
    headers    jsonb,
    created_at timestamptz not null
);
comment on column outbox.id is 'TECH: order of relay';
comment on column outbox.topic is 'CODED: Kafka topic';
comment on column outbox.key is 'REF: Kafka key; null only for a dead letter that had none';
comment on column outbox.payload is 'REF: the event, whose fields are references, codes, times and sealed content; null for a tombstone';
comment on column outbox.headers is 'TECH: Kafka headers of a dead letter';
comment on column outbox.created_at is 'TIME: when it was written';

-- Rows live for milliseconds: dead ones are to go by their number, not by their share.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Events that were handled. Partitioned by the day of the event, dropped when too old to come again.
create table inbox (
    consumer text not null,
    id       uuid not null,
    day      date not null,
    primary key (day, consumer, id)
) partition by range (day);
comment on column inbox.consumer is 'CODED: the consumer that handled it';
comment on column inbox.id is 'ID: the event';
comment on column inbox.day is 'TIME: the day of the event, UTC';

-- Events that a consumer failed on, and those of the same key that came after, until their replay.
create table parked_event (
    seq       bigint generated always as identity (cache 1),
    consumer  text        not null,
    id        uuid        not null,
    topic     text        not null,
    key       text        not null,
    reason    text        not null,
    parked_at timestamptz not null,
    primary key (consumer, id)
);
create index parked_event_key on parked_event (consumer, topic, key, seq);
comment on column parked_event.seq is 'TECH: order of parking';
comment on column parked_event.consumer is 'CODED: the consumer that failed';
comment on column parked_event.id is 'ID: the event';
comment on column parked_event.topic is 'CODED: the topic it came from';
comment on column parked_event.key is 'REF: Kafka key';
comment on column parked_event.reason is 'CODED: class or code of the failure';
comment on column parked_event.parked_at is 'TIME: when it was parked';

-- Makes the inbox ready for events of a day. Called by the service, which may not create tables.
create function inbox_open(day date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    partition constant text := 'inbox_' || to_char(day, 'YYYYMMDD');
begin
    perform pg_advisory_xact_lock(hashtextextended('inbox partitions', 0));
    if to_regclass(partition) is null then
        -- Attached rather than created as a partition, which would lock out readers and writers.
        execute format('create table %I (like inbox including all)', partition);
        execute format('alter table inbox attach partition %I for values from (%L) to (%L)',
                       partition, day, day + 1);
    end if;
end $$;

-- Forgets the handled events of all days before a day.
create function inbox_drop_before(day date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    partition text;
begin
    perform pg_advisory_xact_lock(hashtextextended('inbox partitions', 0));
    for partition in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'inbox'::regclass and c.relname < 'inbox_' || to_char(day, 'YYYYMMDD')
    loop
        execute format('drop table %I', partition);
    end loop;
end $$;

revoke execute on function inbox_open(date), inbox_drop_before(date) from public;

-- What was heard of the identities of cases.
create table case_identity (
    case_id      uuid        not null,
    role         text        not null,
    subject_ref  text        not null,
    state        text        not null check (state in ('CONFIRMED', 'REFUSED')),
    purpose      text,
    reference_id uuid        not null,
    fresh_until  timestamptz,
    heard_at     timestamptz not null,
    primary key (case_id, role, subject_ref)
);
create index case_identity_subject on case_identity (subject_ref);
create index case_identity_heard on case_identity (heard_at);
comment on column case_identity.case_id is 'ID: the case';
comment on column case_identity.role is 'CODED: user, representative, contact or guardian';
comment on column case_identity.subject_ref is 'REF: the person';
comment on column case_identity.state is 'STATE: confirmed or refused';
comment on column case_identity.purpose is 'CODED: what the identity was confirmed for';
comment on column case_identity.reference_id is 'ID: the reference at identity-service';
comment on column case_identity.fresh_until is 'TIME: how long the confirmation is good';
comment on column case_identity.heard_at is 'TIME: when this service heard of it';

-- Whose a case is.
create table case_binding (
    case_id     uuid primary key,
    client      text        not null,
    bound_at    timestamptz not null
);
create index case_binding_bound on case_binding (bound_at);
comment on column case_binding.case_id is 'ID: the case';
comment on column case_binding.client is 'CODED: the OAuth client that brought it first';
comment on column case_binding.bound_at is 'TIME: when it was first seen';

-- What was heard of who has which number.
create table known_holding (
    id          uuid primary key,
    number_ref  text        not null,
    person_ref  text        not null,
    capacity    text        not null,
    valid_from  timestamptz not null,
    valid_until timestamptz
);
create index known_holding_number on known_holding (number_ref, valid_from);
create index known_holding_person on known_holding (person_ref);
comment on column known_holding.id is 'ID: the holding';
comment on column known_holding.number_ref is 'REF: the number';
comment on column known_holding.person_ref is 'REF: the person';
comment on column known_holding.capacity is 'CODED: in what capacity the person has the number';
comment on column known_holding.valid_from is 'TIME: since when';
comment on column known_holding.valid_until is 'TIME: until when, exclusive';
