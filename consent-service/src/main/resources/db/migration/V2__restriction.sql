-- Requests for rectification, restriction and the end of a restriction (GDPR art. 16, 18), beside access
-- and erasure. The end of a restriction is announced to the person before it comes.
ALTER TABLE rights_request DROP CONSTRAINT rights_request_type_check;
ALTER TABLE rights_request ADD CONSTRAINT rights_request_type_check CHECK (type IN
    ('ACCESS', 'ERASURE', 'RECTIFICATION', 'RESTRICTION', 'RESTRICTION_LIFTING'));
ALTER TABLE rights_request DROP CONSTRAINT rights_request_status_check;
ALTER TABLE rights_request ADD CONSTRAINT rights_request_status_check CHECK (status IN
    ('ANNOUNCED', 'OPEN', 'COMPLETE', 'COMPLETE_WITH_GAPS', 'EXPIRED'));
ALTER TABLE rights_request ADD COLUMN ground text;
ALTER TABLE rights_request ADD COLUMN notice_id uuid;
ALTER TABLE rights_request ADD CONSTRAINT rights_request_announced_check
    CHECK (status <> 'ANNOUNCED' OR notice_id IS NOT NULL);
DROP INDEX rights_request_open;
CREATE UNIQUE INDEX rights_request_open ON rights_request (person_ref)
    WHERE status IN ('ANNOUNCED', 'OPEN');

COMMENT ON COLUMN rights_request.type IS 'CODED: what is asked for';
COMMENT ON COLUMN rights_request.status IS 'STATE: announced, open, complete, with gaps or expired';
COMMENT ON COLUMN rights_request.ground IS 'CODED: on which ground of art. 18(1) a restriction is asked for';
COMMENT ON COLUMN rights_request.notice_id IS 'ID: the notice that tells the person before a restriction ends';

ALTER TABLE rights_answer ADD COLUMN records integer;
ALTER TABLE rights_answer ADD COLUMN outcome text;
ALTER TABLE rights_answer ADD COLUMN findings text;

COMMENT ON COLUMN rights_answer.records IS 'CODED: how many records a restriction is about';
COMMENT ON COLUMN rights_answer.outcome IS 'CODED: whose it is to correct what is called wrong';
COMMENT ON COLUMN rights_answer.findings IS 'CODED: kinds, origins and numbers of the records called wrong, as JSON';

-- Whose data may be kept and not otherwise processed now.
CREATE TABLE standing_restriction (
    person_ref text        PRIMARY KEY,
    request_id uuid        NOT NULL,
    set_at     timestamptz NOT NULL
);

COMMENT ON COLUMN standing_restriction.person_ref IS 'REF: the person';
COMMENT ON COLUMN standing_restriction.request_id IS 'ID: the request that set it';
COMMENT ON COLUMN standing_restriction.set_at IS 'TIME: set';
