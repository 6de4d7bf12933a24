-- A question that the register has taken and answers later, and what is owed to it when it has.
ALTER TABLE identity_reference
    ADD COLUMN call_id           text,
    ADD COLUMN verification_code text,
    ADD COLUMN checks            integer NOT NULL DEFAULT 0,
    ADD CHECK ((status = 'PENDING' AND call_id IS NOT NULL) = (verification_code IS NOT NULL));

CREATE INDEX identity_reference_call ON identity_reference (call_id) WHERE call_id IS NOT NULL;

COMMENT ON COLUMN identity_reference.call_id IS 'ID: the register''s number of the call that it answers later, or has answered';
COMMENT ON COLUMN identity_reference.verification_code IS 'TECH: what the register wants to hear with the number; of no use without our certificate';
COMMENT ON COLUMN identity_reference.checks IS 'STATE: how many looks for the answer were begun';

CREATE TABLE owed_acknowledgement (
    id                uuid        PRIMARY KEY,
    call_id           text        NOT NULL,
    verification_code text        NOT NULL,
    attempts          integer     NOT NULL,
    due_at            timestamptz NOT NULL,
    lease_until       timestamptz
);

CREATE INDEX owed_acknowledgement_due ON owed_acknowledgement (due_at);

COMMENT ON COLUMN owed_acknowledgement.id IS 'ID: the reference whose answer is acknowledged';
COMMENT ON COLUMN owed_acknowledgement.call_id IS 'ID: the register''s number of the call';
COMMENT ON COLUMN owed_acknowledgement.verification_code IS 'TECH: what the register wants to hear with the number';
COMMENT ON COLUMN owed_acknowledgement.attempts IS 'STATE: how many times it was begun';
COMMENT ON COLUMN owed_acknowledgement.due_at IS 'TIME: when it is sent next';
COMMENT ON COLUMN owed_acknowledgement.lease_until IS 'TIME: until when one replica has it to itself';
