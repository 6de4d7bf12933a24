-- Data keys, each wrapped by the service's key-encryption key. In a database of its own, so that
-- neither a backup nor a log of the data holds what opens it.
CREATE TABLE data_key (
    key_id     uuid        PRIMARY KEY,
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    adopted    boolean     NOT NULL DEFAULT false
);

CREATE INDEX data_key_not_adopted ON data_key (created_at) WHERE NOT adopted;

COMMENT ON COLUMN data_key.key_id IS 'ID: the key, by its row vault_key in the database of the data';
COMMENT ON COLUMN data_key.wrapped IS 'SEALED: the key, under the key-encryption key';
COMMENT ON COLUMN data_key.created_at IS 'TIME: made';
COMMENT ON COLUMN data_key.adopted IS 'STATE: whether its transaction is known to have committed';
