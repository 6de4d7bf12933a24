-- The numbering plan that was imported last. Without one, the configured ranges count.
create table numbering_plan (
    singleton   boolean     primary key check (singleton),
    id          uuid        not null,
    imported_at timestamptz not null
);
comment on column numbering_plan.singleton is 'TECH: there is one plan at a time';
comment on column numbering_plan.id is 'ID: the import';
comment on column numbering_plan.imported_at is 'TIME: when it was taken in';

create table number_range (
    first_digits text        not null,
    valid_from   timestamptz not null,
    valid_until  timestamptz,
    kind         text        not null,
    operator     text        not null,
    primary key (first_digits, valid_from)
);
comment on column number_range.first_digits is 'CODED: how the national numbers of the range begin';
comment on column number_range.valid_from is 'TIME: from when on';
comment on column number_range.valid_until is 'TIME: first moment at which it is not any more';
comment on column number_range.kind is 'CODED: mobile, geographic or non-geographic';
comment on column number_range.operator is 'CODED: whose range it is';
