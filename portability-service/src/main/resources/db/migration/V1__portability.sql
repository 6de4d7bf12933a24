-- Wishes to bring numbers to us. Numbers, identifier and document lie sealed under the same id.
create table port_in (
    id            uuid        primary key,
    client        text        not null,
    case_id       uuid        not null,
    person_ref    text        not null,
    donor         text        not null,
    contract      text        not null,
    requested_at  timestamptz not null,
    status        text        not null,
    status_at     timestamptz not null,
    window_from   timestamptz,
    window_until  timestamptz,
    reject_codes  text[],
    cancel_ground text,
    completed_at  timestamptz,
    due_at        timestamptz,
    lease_until   timestamptz
);
create index port_in_due on port_in (due_at) where due_at is not null;
create index port_in_waiting on port_in (case_id) where status = 'WAITING_FOR_IDENTITY';
comment on column port_in.id is 'ID: the porting, also to the donor';
comment on column port_in.client is 'CODED: OAuth client that asked for it';
comment on column port_in.case_id is 'ID: the case that it belongs to';
comment on column port_in.person_ref is 'REF: who wants to come';
comment on column port_in.donor is 'CODED: the operator that serves the numbers now';
comment on column port_in.contract is 'CODED: prepaid or postpaid';
comment on column port_in.requested_at is 'TIME: when it was asked for';
comment on column port_in.status is 'STATE: where it stands';
comment on column port_in.status_at is 'TIME: since when';
comment on column port_in.window_from is 'TIME: earliest moment of the move';
comment on column port_in.window_until is 'TIME: first moment too late for it';
comment on column port_in.reject_codes is 'CODED: why the donor refused';
comment on column port_in.cancel_ground is 'CODED: why it was taken back';
comment on column port_in.completed_at is 'TIME: since when we serve the numbers';
comment on column port_in.due_at is 'TIME: when time moves it';
comment on column port_in.lease_until is 'TECH: until when one replica works on it';

create table port_in_number (
    port_in_id uuid    not null references port_in on delete cascade,
    position   integer not null,
    number_ref text    not null,
    open       boolean not null,
    primary key (port_in_id, position)
);
-- The backstop of the check that a number is on its way to us once at a time.
create unique index port_in_number_open on port_in_number (number_ref) where open;
comment on column port_in_number.port_in_id is 'ID: the porting';
comment on column port_in_number.position is 'TECH: order of the request';
comment on column port_in_number.number_ref is 'REF: the number';
comment on column port_in_number.open is 'STATE: whether the porting goes on';

-- Other operators' requests for our numbers. A row belongs to the recipient.
create table port_out (
    id            uuid        primary key,
    client        text        not null,
    recipient     text        not null,
    porting_id    uuid        not null,
    person_ref    text        not null,
    received_at   timestamptz not null,
    status        text        not null,
    status_at     timestamptz not null,
    window_from   timestamptz,
    window_until  timestamptz,
    reject_codes  text[],
    cancel_ground text,
    released_at   timestamptz,
    due_at        timestamptz,
    lease_until   timestamptz,
    unique (recipient, porting_id)
);
create index port_out_due on port_out (due_at) where due_at is not null;
comment on column port_out.id is 'ID: the porting to us; the recipient chose another';
comment on column port_out.client is 'CODED: the recipient''s OAuth client, whose row it is';
comment on column port_out.recipient is 'CODED: the operator that asks';
comment on column port_out.porting_id is 'ID: the porting to the recipient';
comment on column port_out.person_ref is 'REF: who wants to leave';
comment on column port_out.received_at is 'TIME: when we were asked';
comment on column port_out.status is 'STATE: where it stands';
comment on column port_out.status_at is 'TIME: since when';
comment on column port_out.window_from is 'TIME: earliest moment of the move';
comment on column port_out.window_until is 'TIME: end of the window';
comment on column port_out.reject_codes is 'CODED: why we refused';
comment on column port_out.cancel_ground is 'CODED: why the recipient took it back';
comment on column port_out.released_at is 'TIME: since when the recipient serves the numbers';
comment on column port_out.due_at is 'TIME: when we are to decide';
comment on column port_out.lease_until is 'TECH: until when one replica works on it';

create table port_out_number (
    port_out_id uuid    not null references port_out on delete cascade,
    position    integer not null,
    number_ref  text    not null,
    promised    boolean not null,
    primary key (port_out_id, position)
);
-- The backstop of the check that a number is promised to one recipient at a time.
create unique index port_out_number_promised on port_out_number (number_ref) where promised;
comment on column port_out_number.port_out_id is 'ID: the porting';
comment on column port_out_number.position is 'TECH: order of the request';
comment on column port_out_number.number_ref is 'REF: the number';
comment on column port_out_number.promised is 'STATE: whether the recipient has our word';

-- Messages that we took, to know them when they come again.
create table received_message (
    client      text        not null,
    message_id  uuid        not null,
    received_at timestamptz not null,
    primary key (client, message_id)
);
create index received_message_at on received_message (received_at);
comment on column received_message.client is 'CODED: the sender''s OAuth client, whose row it is';
comment on column received_message.message_id is 'ID: the message';
comment on column received_message.received_at is 'TIME: when it was taken';

-- Messages that their receivers have not taken yet. What they say is made from the porting when
-- they go, so that nothing personal waits here.
create table queued_message (
    id          uuid        primary key,
    seq         bigint      generated always as identity,
    record_id   uuid        not null,
    porting_id  uuid        not null,
    receiver    text        not null,
    type        text        not null,
    sent_at     timestamptz not null,
    failures    integer     not null,
    due_at      timestamptz,
    lease_until timestamptz
);
create index queued_message_due on queued_message (due_at) where due_at is not null;
create index queued_message_line on queued_message (porting_id, receiver, seq);
create index queued_message_record on queued_message (record_id);
comment on column queued_message.id is 'ID: the message';
comment on column queued_message.seq is 'TECH: order of queueing';
comment on column queued_message.record_id is 'ID: the porting to us';
comment on column queued_message.porting_id is 'ID: the porting to its recipient';
comment on column queued_message.receiver is 'CODED: whom it is for';
comment on column queued_message.type is 'CODED: what is told';
comment on column queued_message.sent_at is 'TIME: when it was queued';
comment on column queued_message.failures is 'TECH: how often it was not taken';
comment on column queued_message.due_at is 'TIME: next try; none while another of the porting waits before it';
comment on column queued_message.lease_until is 'TECH: until when one replica works on it';

-- Routing data: numbers that left their range's operator. No case, porting or reference, ever.
create table served_number (
    number     text        not null,
    valid_from timestamptz not null,
    operator   text        not null,
    route      text        not null,
    primary key (number, valid_from)
);
comment on column served_number.number is 'CODED: routing data, the number in E.164 form';
comment on column served_number.valid_from is 'TIME: from when on';
comment on column served_number.operator is 'CODED: who serves it';
comment on column served_number.route is 'CODED: how calls find it';

-- A transaction sees the rows of the partner that it acts for, none when it did not say for whom.
alter table port_out enable row level security;
alter table port_out force row level security;
create policy port_out_of_partner on port_out
    using (current_setting('app.client', true) in (client, '*'));
alter table port_out_number enable row level security;
alter table port_out_number force row level security;
create policy port_out_number_of_partner on port_out_number
    using (exists (select 1 from port_out p where p.id = port_out_id));
alter table received_message enable row level security;
alter table received_message force row level security;
create policy received_message_of_partner on received_message
    using (current_setting('app.client', true) in (client, '*'));
