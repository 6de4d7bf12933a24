-- Clients that are to be called back when a reference is decided. It goes with the reference.
CREATE TABLE webhook (
    id           uuid        PRIMARY KEY,
    client       text        NOT NULL,
    reference_id uuid        NOT NULL UNIQUE REFERENCES identity_reference (id) ON DELETE CASCADE,
    case_id      uuid        NOT NULL,
    decision     text,
    decided_at   timestamptz,
    failures     integer     NOT NULL,
    due_at       timestamptz,
    lease_until  timestamptz,
    given_up_at  timestamptz,
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK (due_at IS NULL OR (decided_at IS NOT NULL AND given_up_at IS NULL))
);

CREATE INDEX webhook_due ON webhook (due_at) WHERE due_at IS NOT NULL;

COMMENT ON COLUMN webhook.id IS 'ID: of the message, random';
COMMENT ON COLUMN webhook.client IS 'CODED: the OAuth client that is called';
COMMENT ON COLUMN webhook.reference_id IS 'ID: the reference';
COMMENT ON COLUMN webhook.case_id IS 'ID: the case that it belongs to';
COMMENT ON COLUMN webhook.decision IS 'STATE: CONFIRMED or REFUSED; null while pending';
COMMENT ON COLUMN webhook.decided_at IS 'TIME: when it was decided';
COMMENT ON COLUMN webhook.failures IS 'STATE: how many calls were not taken';
COMMENT ON COLUMN webhook.due_at IS 'TIME: when the client is called next';
COMMENT ON COLUMN webhook.lease_until IS 'TIME: until when one replica has the call to itself';
COMMENT ON COLUMN webhook.given_up_at IS 'TIME: when it was given up';
