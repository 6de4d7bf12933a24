-- Which data keys there are and whether new content may be sealed with them. The keys themselves
-- lie in the keys database.
CREATE TABLE vault_key (
    key_id     uuid        PRIMARY KEY,
    scope      text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('ACTIVE', 'DESTROYING')),
    created_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX vault_key_active ON vault_key (scope) WHERE state = 'ACTIVE';

COMMENT ON COLUMN vault_key.key_id IS 'ID: the key, by its row data_key in the keys database';
COMMENT ON COLUMN vault_key.scope IS 'REF: what it seals: a reference''s records of one class and month, or one record';
COMMENT ON COLUMN vault_key.state IS 'STATE: DESTROYING once nothing needs it any more';
COMMENT ON COLUMN vault_key.created_at IS 'TIME: made';

-- Keys that were destroyed. They stay listed, since a restored keys database brings them back.
CREATE TABLE destroyed_key (
    key_id       uuid        PRIMARY KEY,
    destroyed_at timestamptz NOT NULL
);

COMMENT ON COLUMN destroyed_key.key_id IS 'ID: a key that must exist nowhere';
COMMENT ON COLUMN destroyed_key.destroyed_at IS 'TIME: destroyed';

-- A known text under a data key: a service that cannot open it has the wrong keys.
CREATE TABLE vault_canary (
    id        integer     PRIMARY KEY CHECK (id = 1),
    key_id    uuid        NOT NULL REFERENCES vault_key (key_id),
    sealed    bytea       NOT NULL,
    sealed_at timestamptz NOT NULL
);

COMMENT ON COLUMN vault_canary.id IS 'TECH: there is one row';
COMMENT ON COLUMN vault_canary.key_id IS 'ID: the key that opens it';
COMMENT ON COLUMN vault_canary.sealed IS 'SEALED: a constant';
COMMENT ON COLUMN vault_canary.sealed_at IS 'TIME: sealed';

-- All personal content that the service keeps, and why, from whom and until when.
CREATE TABLE document (
    record_type       text        NOT NULL,
    record_id         uuid        NOT NULL,
    subject_ref       text        NOT NULL,
    key_id            uuid        NOT NULL REFERENCES vault_key (key_id),
    sealed            bytea       NOT NULL,
    purpose           text        NOT NULL,
    basis             text        NOT NULL,
    source            text        NOT NULL,
    case_id           uuid,
    received_at       timestamptz NOT NULL,
    retain_until      date        NOT NULL,
    catalogue_version integer     NOT NULL,
    hold_ground       text,
    hold_until        date,
    PRIMARY KEY (record_type, record_id),
    CHECK ((hold_ground IS NULL) = (hold_until IS NULL))
);

CREATE INDEX document_subject ON document (subject_ref, received_at);
CREATE INDEX document_key ON document (key_id);
CREATE INDEX document_due ON document (retain_until);

COMMENT ON COLUMN document.record_type IS 'CODED: kind of record';
COMMENT ON COLUMN document.record_id IS 'ID: the record';
COMMENT ON COLUMN document.subject_ref IS 'REF: the person or number it is about';
COMMENT ON COLUMN document.key_id IS 'ID: the data key that opens it';
COMMENT ON COLUMN document.sealed IS 'SEALED: the content and the salts of its evidence';
COMMENT ON COLUMN document.purpose IS 'CODED: why it was taken in';
COMMENT ON COLUMN document.basis IS 'CODED: the legal basis, an article';
COMMENT ON COLUMN document.source IS 'CODED: where its latest content came from';
COMMENT ON COLUMN document.case_id IS 'ID: the case that it belongs to';
COMMENT ON COLUMN document.received_at IS 'TIME: when the record was first taken in';
COMMENT ON COLUMN document.retain_until IS 'TIME: the last day on which it is kept';
COMMENT ON COLUMN document.catalogue_version IS 'TECH: version of the processing catalogue it was taken in under';
COMMENT ON COLUMN document.hold_ground IS 'CODED: why a legal hold keeps it beyond its term';
COMMENT ON COLUMN document.hold_until IS 'TIME: the last day of the legal hold';

-- Erasures whose rows are gone and whose keys are not yet; what they publish waits for that.
CREATE TABLE key_destruction (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_ids      uuid[]      NOT NULL,
    events       text[]      NOT NULL,
    requested_at timestamptz NOT NULL
);

COMMENT ON COLUMN key_destruction.id IS 'ID: the erasure';
COMMENT ON COLUMN key_destruction.key_ids IS 'ID: the keys to destroy';
COMMENT ON COLUMN key_destruction.events IS 'REF: events to publish afterwards, which hold references and ids';
COMMENT ON COLUMN key_destruction.requested_at IS 'TIME: when the rows went';

-- References of which nothing is left: events about them from that time resurrect nothing.
CREATE TABLE erased_subject (
    subject_ref text        NOT NULL,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL,
    PRIMARY KEY (subject_ref, from_at, until_at)
);

COMMENT ON COLUMN erased_subject.subject_ref IS 'REF: who asked for erasure';
COMMENT ON COLUMN erased_subject.from_at IS 'TIME: events from here';
COMMENT ON COLUMN erased_subject.until_at IS 'TIME: to here, exclusive, are dropped';

-- What was done with personal data. Nobody changes or deletes a row.
CREATE TABLE evidence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor_kind  text        NOT NULL CHECK (actor_kind IN ('SERVICE', 'CLIENT', 'EMPLOYEE', 'PERSON')),
    actor       text        NOT NULL,
    employee    text,
    action      text        NOT NULL,
    record_type text        NOT NULL,
    record_id   uuid        NOT NULL,
    subject_ref text        NOT NULL,
    purpose     text        NOT NULL,
    case_id     uuid,
    facts       jsonb       NOT NULL,
    commitments jsonb       NOT NULL
);

CREATE INDEX evidence_subject ON evidence (subject_ref, at);
CREATE INDEX evidence_record ON evidence (record_type, record_id);

COMMENT ON COLUMN evidence.id IS 'ID: the entry';
COMMENT ON COLUMN evidence.at IS 'TIME: done';
COMMENT ON COLUMN evidence.actor_kind IS 'CODED: what kind of actor did it';
COMMENT ON COLUMN evidence.actor IS 'CODED: the OAuth client, or the service itself';
COMMENT ON COLUMN evidence.employee IS 'REF: the employee''s user name at the login provider';
COMMENT ON COLUMN evidence.action IS 'CODED: what was done';
COMMENT ON COLUMN evidence.record_type IS 'CODED: kind of record';
COMMENT ON COLUMN evidence.record_id IS 'ID: the record';
COMMENT ON COLUMN evidence.subject_ref IS 'REF: the person or number it is about';
COMMENT ON COLUMN evidence.purpose IS 'CODED: why it was done';
COMMENT ON COLUMN evidence.case_id IS 'ID: the case that it belongs to';
COMMENT ON COLUMN evidence.facts IS 'CODED: codes, ids and times, such as an outcome';
COMMENT ON COLUMN evidence.commitments IS 'SEALED: per field an HMAC of its value; the salts lie sealed with the content';

CREATE FUNCTION evidence_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER evidence_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_is_append_only();
