-- That something becomes of a number: of which, by which porting or lock, to whom and when.
ALTER TABLE notice
    ADD COLUMN number_ref text,
    ADD COLUMN about_id   uuid,
    ADD COLUMN operator   text,
    ADD COLUMN moment     timestamptz,
    ADD CHECK ((number_ref IS NULL) = (about_id IS NULL));

CREATE INDEX notice_about ON notice (about_id);

COMMENT ON COLUMN notice.number_ref IS 'REF: the number that it is about, and goes to';
COMMENT ON COLUMN notice.about_id IS 'ID: the porting or the lock that it tells of';
COMMENT ON COLUMN notice.operator IS 'CODED: whom the number goes to';
COMMENT ON COLUMN notice.moment IS 'TIME: until when the person can say no, or from when the number goes';
