-- Most terms end with a day. What is kept for minutes ends at a moment, which retain_until cannot say.
ALTER TABLE document ADD COLUMN erase_at timestamptz;

CREATE INDEX document_erase_at ON document (erase_at) WHERE erase_at IS NOT NULL;

COMMENT ON COLUMN document.erase_at IS 'TIME: the moment at which it ends, where its term is shorter than days';
