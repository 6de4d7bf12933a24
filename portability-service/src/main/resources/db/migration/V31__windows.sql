-- How many numbers each window has got; it is known by its end, since it may begin at once.
create table porting_window (
    closes_at timestamptz primary key,
    booked    integer     not null
);
comment on column porting_window.closes_at is 'TIME: first moment that is too late for it';
comment on column porting_window.booked is 'TECH: how many numbers move in it';

create index port_in_window on port_in (window_until) where window_until is not null;
