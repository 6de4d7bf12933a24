-- Whether the register's photo is asked for; the photo itself lies sealed with the kit's records.
ALTER TABLE identity_reference ADD COLUMN photo boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN identity_reference.photo IS 'CODED: whether the photo was asked for';

-- One row per photo that is kept, for the minutes that it is.
CREATE TABLE identity_photo (
    reference_id uuid        PRIMARY KEY,
    client       text        NOT NULL,
    fresh_until  timestamptz NOT NULL,
    views        integer     NOT NULL
);
COMMENT ON COLUMN identity_photo.reference_id IS 'ID: the reference whose person it shows';
COMMENT ON COLUMN identity_photo.client IS 'CODED: the OAuth client that asked; its employees alone look';
COMMENT ON COLUMN identity_photo.fresh_until IS 'TIME: until when the confirmation that it came with is good';
COMMENT ON COLUMN identity_photo.views IS 'STATE: how often it was looked at';
