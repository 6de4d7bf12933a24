-- What happened to each porting, for the desk: codes and times, nothing of persons.
create table porting_step (
    id        bigint      generated always as identity primary key,
    record_id uuid        not null,
    at        timestamptz not null,
    kind      text        not null,
    what      text        not null,
    operator  text
);
create index porting_step_record on porting_step (record_id, id);
comment on column porting_step.id is 'TECH: order of what happened';
comment on column porting_step.record_id is 'ID: the porting to us';
comment on column porting_step.at is 'TIME: when it happened';
comment on column porting_step.kind is 'CODED: a state, or a message heard or told';
comment on column porting_step.what is 'CODED: which state or message';
comment on column porting_step.operator is 'CODED: whom the message is from or for';

-- The desk lists portings by what they wait for, the latest first.
create index port_in_status on port_in (status, status_at desc, id);
create index port_out_status on port_out (status, status_at desc, id);
