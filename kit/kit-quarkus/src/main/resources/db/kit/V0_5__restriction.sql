-- Whose data may be kept and not otherwise processed (GDPR art. 18). A row may come before any record
-- that it is about; one that is lifted stays until no older command can come any more.
CREATE TABLE restriction (
    subject_ref text        NOT NULL,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz,
    state       text        NOT NULL CHECK (state IN ('SET', 'LIFTED')),
    said_at     timestamptz NOT NULL,
    request_id  uuid        NOT NULL,
    PRIMARY KEY (subject_ref, from_at)
);

COMMENT ON COLUMN restriction.subject_ref IS 'REF: the person or number it is about';
COMMENT ON COLUMN restriction.from_at IS 'TIME: what was received from here';
COMMENT ON COLUMN restriction.until_at IS 'TIME: to here, exclusive; open when null';
COMMENT ON COLUMN restriction.state IS 'STATE: SET or LIFTED';
COMMENT ON COLUMN restriction.said_at IS 'TIME: of the latest command; an older one changes nothing';
COMMENT ON COLUMN restriction.request_id IS 'ID: the request that it comes from';

-- A confirmation that does not hold any more is remembered as such, so that it does not come back.
ALTER TABLE case_identity DROP CONSTRAINT case_identity_state_check;
ALTER TABLE case_identity ADD CONSTRAINT case_identity_state_check
    CHECK (state IN ('CONFIRMED', 'REFUSED', 'WITHDRAWN'));
COMMENT ON COLUMN case_identity.state IS 'STATE: confirmed, refused or withdrawn';
