-- Numbers that moved may go back to their donor.
alter table port_in add column reversal_ground text;
alter table port_in add column reversed_at timestamptz;
comment on column port_in.reversal_ground is 'CODED: why the numbers go back';
comment on column port_in.reversed_at is 'TIME: since when the donor serves the numbers again';

alter table port_out add column answer_by timestamptz;
alter table port_out add column not_before timestamptz;
alter table port_out add column reversal_refused text;
alter table port_out add column reversed_at timestamptz;
update port_out set answer_by = received_at;
alter table port_out alter column answer_by set not null;
comment on column port_out.answer_by is 'TIME: until when we said to answer';
comment on column port_out.not_before is 'TIME: the window is to be no sooner';
comment on column port_out.reversal_refused is 'CODED: why the numbers may not come back';
comment on column port_out.reversed_at is 'TIME: since when we serve the numbers again';

-- Whatever waits for another operator has a term now.
update port_in set due_at = status_at where status = 'EXECUTING';
update port_out set due_at = status_at + interval '7 days' where status in ('ACCEPTED', 'SCHEDULED');
