-- Matching for partners looks for a person's latest reference.
CREATE INDEX identity_reference_subject ON identity_reference (subject_ref, decided_at);

-- How many matches a partner asked for in a day, over all replicas.
CREATE TABLE kyc_match_budget (
    client text    NOT NULL,
    day    date    NOT NULL,
    used   integer NOT NULL,
    PRIMARY KEY (client, day)
);

COMMENT ON COLUMN kyc_match_budget.client IS 'ID: OAuth client of the partner that asked';
COMMENT ON COLUMN kyc_match_budget.day IS 'TIME: the day counted';
COMMENT ON COLUMN kyc_match_budget.used IS 'TECH: matches answered that day';

-- A partner's budget is nobody else's business.
ALTER TABLE kyc_match_budget ENABLE ROW LEVEL SECURITY;
ALTER TABLE kyc_match_budget FORCE ROW LEVEL SECURITY;
CREATE POLICY of_client ON kyc_match_budget
    USING (current_setting('app.client', true) IN (client, '*'));
