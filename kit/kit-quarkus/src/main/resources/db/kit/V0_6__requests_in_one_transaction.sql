-- A request is claimed by a lock of the transaction that also has its effect: what is in the table is
-- done, and nothing has to be taken over from who died.
DELETE FROM idempotency WHERE resource_id IS NULL;
ALTER TABLE idempotency DROP COLUMN lease_until;
ALTER TABLE idempotency ALTER COLUMN resource_id SET NOT NULL;
COMMENT ON COLUMN idempotency.resource_id IS 'ID: what the request made';
COMMENT ON COLUMN idempotency.created_at IS 'TIME: when it was done; rows go after the configured life';
