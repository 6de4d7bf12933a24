-- Until now everybody was asked about with the document that is usual for their number.
ALTER TABLE identity_reference ADD COLUMN document_kind text NOT NULL DEFAULT 'IDENTITY_CARD';
ALTER TABLE identity_reference ALTER COLUMN document_kind DROP DEFAULT;
COMMENT ON COLUMN identity_reference.document_kind IS 'CODED: what kind of document the person showed';
