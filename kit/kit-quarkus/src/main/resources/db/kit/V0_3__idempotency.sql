-- One row per request that creates: whether it runs, or what it made. The body is only a keyed
-- fingerprint here; the answer is rebuilt from the resource.
CREATE TABLE idempotency (
    client      text        NOT NULL,
    operation   text        NOT NULL,
    key_hash    text        NOT NULL,
    fingerprint text        NOT NULL,
    resource_id uuid,
    lease_until timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (client, operation, key_hash)
);

CREATE INDEX idempotency_created_at ON idempotency (created_at);

COMMENT ON COLUMN idempotency.client IS 'CODED: the OAuth client that sent the request';
COMMENT ON COLUMN idempotency.operation IS 'CODED: which operation';
COMMENT ON COLUMN idempotency.key_hash IS 'TECH: HMAC of the caller''s key, which is free text';
COMMENT ON COLUMN idempotency.fingerprint IS 'TECH: HMAC of the request body';
COMMENT ON COLUMN idempotency.resource_id IS 'ID: what the request made; null while it runs';
COMMENT ON COLUMN idempotency.lease_until IS 'TIME: until when a running request is believed alive';
COMMENT ON COLUMN idempotency.created_at IS 'TIME: first seen; rows go after the configured life';
