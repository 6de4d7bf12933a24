-- That the register was asked about a person at a counter: of which reference, where and when.
ALTER TABLE notice
    ADD COLUMN reference_id uuid,
    ADD COLUMN shop         text,
    ADD COLUMN checked_at   timestamptz,
    ADD CHECK ((template = 'IDENTITY_CHECKED') = (reference_id IS NOT NULL)),
    ADD CHECK ((reference_id IS NULL) = (shop IS NULL)),
    ADD CHECK ((reference_id IS NULL) = (checked_at IS NULL));

CREATE UNIQUE INDEX notice_reference ON notice (reference_id);

COMMENT ON COLUMN notice.reference_id IS 'ID: the reference that the person is told of';
COMMENT ON COLUMN notice.shop IS 'CODED: in which shop they were asked about';
COMMENT ON COLUMN notice.checked_at IS 'TIME: when they were asked about';
