-- Who has which number, as billing says it.
CREATE TABLE subscription (
    id          uuid        PRIMARY KEY,
    number_ref  text        NOT NULL,
    person_ref  text        NOT NULL,
    capacity    text        NOT NULL,
    held_from   timestamptz NOT NULL,
    held_until  timestamptz,
    due_at      timestamptz,
    lease_until timestamptz,
    CHECK (held_until > held_from)
);

CREATE INDEX subscription_number ON subscription (number_ref);
CREATE INDEX subscription_person ON subscription (person_ref);
CREATE INDEX subscription_due ON subscription (due_at) WHERE due_at IS NOT NULL;

-- The backstop of the check that a number has one subscriber at a time.
CREATE UNIQUE INDEX subscription_subscriber ON subscription (number_ref)
    WHERE capacity = 'SUBSCRIBER' AND held_until IS NULL;

COMMENT ON COLUMN subscription.id IS 'ID: billing''s id of the subscription, which is the holding''s';
COMMENT ON COLUMN subscription.number_ref IS 'REF: the number';
COMMENT ON COLUMN subscription.person_ref IS 'REF: the person';
COMMENT ON COLUMN subscription.capacity IS 'CODED: what the person is to the number';
COMMENT ON COLUMN subscription.held_from IS 'TIME: since when';
COMMENT ON COLUMN subscription.held_until IS 'TIME: until when, exclusive; null while it lasts';
COMMENT ON COLUMN subscription.due_at IS 'TIME: when its end takes effect here; null when it has';
COMMENT ON COLUMN subscription.lease_until IS 'TIME: until when a replica works on it';

-- What people agreed to and withdrew.
CREATE TABLE consent (
    id                uuid        PRIMARY KEY,
    client            text,
    person_ref        text        NOT NULL,
    subject_ref       text        NOT NULL,
    holding_id        uuid,
    purpose           text        NOT NULL,
    channel           text        NOT NULL,
    text_version      text        NOT NULL,
    given_at          timestamptz NOT NULL,
    status            text        NOT NULL CHECK (status IN ('GIVEN', 'WITHDRAWN')),
    withdrawn_through text,
    withdrawn_at      timestamptz,
    version           integer     NOT NULL,
    CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL))
);

CREATE INDEX consent_subject ON consent (subject_ref);
CREATE INDEX consent_person ON consent (person_ref);

-- A consent is given once; the next holder of a number gives their own.
CREATE UNIQUE INDEX consent_given ON consent (subject_ref, holding_id, purpose)
    NULLS NOT DISTINCT WHERE status = 'GIVEN';

COMMENT ON COLUMN consent.id IS 'ID: the consent';
COMMENT ON COLUMN consent.client IS 'CODED: the OAuth client that gave it on the person''s behalf; null when they did themselves';
COMMENT ON COLUMN consent.person_ref IS 'REF: who gave it';
COMMENT ON COLUMN consent.subject_ref IS 'REF: the person or the number that it is about';
COMMENT ON COLUMN consent.holding_id IS 'ID: by which holding the person has the number';
COMMENT ON COLUMN consent.purpose IS 'CODED: what for';
COMMENT ON COLUMN consent.channel IS 'CODED: where it was given';
COMMENT ON COLUMN consent.text_version IS 'CODED: which text was agreed to';
COMMENT ON COLUMN consent.given_at IS 'TIME: given';
COMMENT ON COLUMN consent.status IS 'STATE: given or withdrawn';
COMMENT ON COLUMN consent.withdrawn_through IS 'CODED: where it was withdrawn';
COMMENT ON COLUMN consent.withdrawn_at IS 'TIME: withdrawn';
COMMENT ON COLUMN consent.version IS 'TECH: optimistic lock';

-- What all services keep, or kept.
CREATE TABLE inventory (
    record_type   text        NOT NULL,
    record_id     uuid        NOT NULL,
    subject_ref   text        NOT NULL,
    service       text        NOT NULL,
    purpose       text,
    source        text,
    case_id       uuid,
    received_at   timestamptz,
    retain_until  date,
    erased_at     timestamptz,
    erased_reason text,
    PRIMARY KEY (record_type, record_id)
);

CREATE INDEX inventory_subject ON inventory (subject_ref, received_at DESC, record_id DESC);
CREATE INDEX inventory_erased ON inventory (erased_at) WHERE erased_at IS NOT NULL;

COMMENT ON COLUMN inventory.record_type IS 'CODED: kind of record';
COMMENT ON COLUMN inventory.record_id IS 'ID: the record';
COMMENT ON COLUMN inventory.subject_ref IS 'REF: the person or number it is about';
COMMENT ON COLUMN inventory.service IS 'CODED: the service that keeps it';
COMMENT ON COLUMN inventory.purpose IS 'CODED: why; null while only its erasure is known';
COMMENT ON COLUMN inventory.source IS 'CODED: where it came from';
COMMENT ON COLUMN inventory.case_id IS 'ID: the case that it belongs to';
COMMENT ON COLUMN inventory.received_at IS 'TIME: when it was taken in';
COMMENT ON COLUMN inventory.retain_until IS 'TIME: the last day on which it is kept';
COMMENT ON COLUMN inventory.erased_at IS 'TIME: when it went';
COMMENT ON COLUMN inventory.erased_reason IS 'CODED: why it went';

-- To whom records were given.
CREATE TABLE disclosure (
    id           uuid        PRIMARY KEY,
    record_type  text        NOT NULL,
    record_id    uuid        NOT NULL,
    purpose      text        NOT NULL,
    recipient    text        NOT NULL,
    disclosed_at timestamptz NOT NULL
);

CREATE INDEX disclosure_record ON disclosure (record_type, record_id);

COMMENT ON COLUMN disclosure.id IS 'ID: the event that told of it';
COMMENT ON COLUMN disclosure.record_type IS 'CODED: kind of record';
COMMENT ON COLUMN disclosure.record_id IS 'ID: the record';
COMMENT ON COLUMN disclosure.purpose IS 'CODED: why it was given';
COMMENT ON COLUMN disclosure.recipient IS 'CODED: the operator that it was given to';
COMMENT ON COLUMN disclosure.disclosed_at IS 'TIME: given';

-- What people have to be told.
CREATE TABLE notice (
    id          uuid        PRIMARY KEY,
    person_ref  text        NOT NULL,
    template    text        NOT NULL,
    language    text        NOT NULL,
    tell_by     timestamptz NOT NULL,
    status      text        NOT NULL
        CHECK (status IN ('OWED', 'NO_ADDRESS', 'ANNOUNCED', 'DELIVERED')),
    status_at   timestamptz NOT NULL,
    due_at      timestamptz,
    lease_until timestamptz,
    version     integer     NOT NULL
);

CREATE INDEX notice_person ON notice (person_ref);
CREATE INDEX notice_status ON notice (status, tell_by) WHERE status <> 'DELIVERED';
CREATE INDEX notice_due ON notice (due_at) WHERE due_at IS NOT NULL;

COMMENT ON COLUMN notice.id IS 'ID: the notice';
COMMENT ON COLUMN notice.person_ref IS 'REF: whom it is for; a number''s while nobody is known to hold it';
COMMENT ON COLUMN notice.template IS 'CODED: what it is about';
COMMENT ON COLUMN notice.language IS 'CODED: in which it is written';
COMMENT ON COLUMN notice.tell_by IS 'TIME: when the law wants it told';
COMMENT ON COLUMN notice.status IS 'STATE: owed, announced or delivered';
COMMENT ON COLUMN notice.status_at IS 'TIME: since when it is in this state';
COMMENT ON COLUMN notice.due_at IS 'TIME: when to announce it or to look for an address again';
COMMENT ON COLUMN notice.lease_until IS 'TIME: until when a replica works on it';
COMMENT ON COLUMN notice.version IS 'TECH: optimistic lock';

-- By which notice the person is told of a record from others, or on which ground not.
CREATE TABLE notice_record (
    record_type text        NOT NULL,
    record_id   uuid        NOT NULL,
    notice_id   uuid,
    exemption   text,
    source      text        NOT NULL,
    purpose     text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (record_type, record_id),
    CHECK ((notice_id IS NULL) <> (exemption IS NULL))
);

CREATE INDEX notice_record_notice ON notice_record (notice_id);

COMMENT ON COLUMN notice_record.record_type IS 'CODED: kind of record';
COMMENT ON COLUMN notice_record.record_id IS 'ID: the record';
COMMENT ON COLUMN notice_record.notice_id IS 'ID: the notice that tells of it';
COMMENT ON COLUMN notice_record.exemption IS 'CODED: why nobody is told, GDPR art. 14(5)';
COMMENT ON COLUMN notice_record.source IS 'CODED: where it came from';
COMMENT ON COLUMN notice_record.purpose IS 'CODED: why it was taken in';
COMMENT ON COLUMN notice_record.received_at IS 'TIME: when it was taken in';

-- What people asked for.
CREATE TABLE rights_request (
    id            uuid        PRIMARY KEY,
    type          text        NOT NULL CHECK (type IN ('ACCESS', 'ERASURE')),
    person_ref    text        NOT NULL,
    parts         integer     NOT NULL,
    requested_at  timestamptz NOT NULL,
    collect_until timestamptz NOT NULL,
    answer_by     timestamptz NOT NULL,
    status        text        NOT NULL
        CHECK (status IN ('OPEN', 'COMPLETE', 'COMPLETE_WITH_GAPS', 'EXPIRED')),
    status_at     timestamptz NOT NULL,
    missing       text,
    due_at        timestamptz,
    lease_until   timestamptz,
    version       integer     NOT NULL
);

CREATE UNIQUE INDEX rights_request_open ON rights_request (person_ref) WHERE status = 'OPEN';
CREATE INDEX rights_request_due ON rights_request (due_at) WHERE due_at IS NOT NULL;

COMMENT ON COLUMN rights_request.id IS 'ID: the request';
COMMENT ON COLUMN rights_request.type IS 'CODED: access or erasure';
COMMENT ON COLUMN rights_request.person_ref IS 'REF: who asked';
COMMENT ON COLUMN rights_request.parts IS 'TECH: under how many references the services were asked';
COMMENT ON COLUMN rights_request.requested_at IS 'TIME: asked';
COMMENT ON COLUMN rights_request.collect_until IS 'TIME: how long answers are waited for';
COMMENT ON COLUMN rights_request.answer_by IS 'TIME: when the law wants it answered';
COMMENT ON COLUMN rights_request.status IS 'STATE: open, complete, with gaps or expired';
COMMENT ON COLUMN rights_request.status_at IS 'TIME: since when it is in this state';
COMMENT ON COLUMN rights_request.missing IS 'CODED: services that have not answered, parted by commas';
COMMENT ON COLUMN rights_request.due_at IS 'TIME: when to look whether the answers are complete';
COMMENT ON COLUMN rights_request.lease_until IS 'TIME: until when a replica works on it';
COMMENT ON COLUMN rights_request.version IS 'TECH: optimistic lock';

-- What services answered, until all of it is made into one document.
CREATE TABLE rights_answer (
    request_id uuid    NOT NULL,
    service    text    NOT NULL,
    part       integer NOT NULL,
    piece      integer NOT NULL,
    last_piece boolean NOT NULL,
    content    text,
    erased     integer,
    retained   text,
    PRIMARY KEY (request_id, service, part, piece)
);

COMMENT ON COLUMN rights_answer.request_id IS 'ID: the request';
COMMENT ON COLUMN rights_answer.service IS 'CODED: who answers';
COMMENT ON COLUMN rights_answer.part IS 'TECH: for which of the person''s references';
COMMENT ON COLUMN rights_answer.piece IS 'TECH: which piece of the answer';
COMMENT ON COLUMN rights_answer.last_piece IS 'TECH: whether it is the last';
COMMENT ON COLUMN rights_answer.content IS 'SEALED: a JWE to the key of the request, which is sealed itself';
COMMENT ON COLUMN rights_answer.erased IS 'CODED: how many records went';
COMMENT ON COLUMN rights_answer.retained IS 'CODED: ids, kinds, purposes and ends of the records that stay';
