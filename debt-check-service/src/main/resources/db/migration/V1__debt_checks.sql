CREATE TABLE debt_check (
    id           uuid        PRIMARY KEY,
    client       text        NOT NULL,
    case_id      uuid        NOT NULL,
    person_ref   text        NOT NULL,
    device       text        NOT NULL,
    operators    text[]      NOT NULL,
    requested_at timestamptz NOT NULL,
    status       text        NOT NULL,
    expires_at   timestamptz NOT NULL,
    deadline     timestamptz,
    outcome      text,
    rules        int,
    ended_at     timestamptz,
    due_at       timestamptz,
    lease_until  timestamptz,
    version      int         NOT NULL
);

COMMENT ON COLUMN debt_check.id IS 'ID: random';
COMMENT ON COLUMN debt_check.client IS 'ID: OAuth client whose check it is';
COMMENT ON COLUMN debt_check.case_id IS 'ID: the case, random';
COMMENT ON COLUMN debt_check.person_ref IS 'REF: the person asked about';
COMMENT ON COLUMN debt_check.device IS 'CODED: category of the device';
COMMENT ON COLUMN debt_check.operators IS 'CODED: operators to ask';
COMMENT ON COLUMN debt_check.requested_at IS 'TIME: when it was asked for';
COMMENT ON COLUMN debt_check.status IS 'STATE: DebtCheckStatus';
COMMENT ON COLUMN debt_check.expires_at IS 'TIME: until when the identity may be confirmed';
COMMENT ON COLUMN debt_check.deadline IS 'TIME: when it is decided on what is known';
COMMENT ON COLUMN debt_check.outcome IS 'CODED: Outcome';
COMMENT ON COLUMN debt_check.rules IS 'CODED: version of the decision table';
COMMENT ON COLUMN debt_check.ended_at IS 'TIME: when it was decided or ended';
COMMENT ON COLUMN debt_check.due_at IS 'TIME: when something is to be done';
COMMENT ON COLUMN debt_check.lease_until IS 'TIME: until when somebody does it';
COMMENT ON COLUMN debt_check.version IS 'TECH: optimistic lock';

CREATE INDEX debt_check_due ON debt_check (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX debt_check_waiting ON debt_check (case_id) WHERE status = 'WAITING_FOR_IDENTITY';

-- Lives while operators are asked; what they said is sealed with the decision then.
CREATE TABLE debt_check_answer (
    check_id uuid NOT NULL REFERENCES debt_check (id) ON DELETE CASCADE,
    operator text NOT NULL,
    answer   text NOT NULL,
    PRIMARY KEY (check_id, operator)
);

COMMENT ON COLUMN debt_check_answer.check_id IS 'ID: the check';
COMMENT ON COLUMN debt_check_answer.operator IS 'CODED: the operator that answered';
COMMENT ON COLUMN debt_check_answer.answer IS 'CODED: OperatorAnswer';

CREATE TABLE obligation (
    id         uuid        PRIMARY KEY,
    person_ref text        NOT NULL,
    state      text        NOT NULL,
    due_on     date        NOT NULL,
    updated_at timestamptz NOT NULL
);

COMMENT ON COLUMN obligation.id IS 'ID: given by billing, random';
COMMENT ON COLUMN obligation.person_ref IS 'REF: who owes';
COMMENT ON COLUMN obligation.state IS 'STATE: Obligation.State';
COMMENT ON COLUMN obligation.due_on IS 'TIME: when it fell due';
COMMENT ON COLUMN obligation.updated_at IS 'TIME: when billing last told of it';

CREATE INDEX obligation_person ON obligation (person_ref);

CREATE TABLE debt_inquiry (
    id          uuid        PRIMARY KEY,
    client      text        NOT NULL,
    inquiry_id  uuid        NOT NULL,
    person_ref  text        NOT NULL,
    answered_at timestamptz NOT NULL,
    UNIQUE (client, inquiry_id)
);

COMMENT ON COLUMN debt_inquiry.id IS 'ID: random';
COMMENT ON COLUMN debt_inquiry.client IS 'ID: OAuth client of the operator that asked';
COMMENT ON COLUMN debt_inquiry.inquiry_id IS 'ID: given by the operator that asked';
COMMENT ON COLUMN debt_inquiry.person_ref IS 'REF: the person asked about';
COMMENT ON COLUMN debt_inquiry.answered_at IS 'TIME: when it was answered';

CREATE INDEX debt_inquiry_person ON debt_inquiry (client, person_ref, answered_at);

CREATE TABLE debt_inquiry_budget (
    client text NOT NULL,
    day    date NOT NULL,
    used   int  NOT NULL,
    PRIMARY KEY (client, day)
);

COMMENT ON COLUMN debt_inquiry_budget.client IS 'ID: OAuth client of the operator that asked';
COMMENT ON COLUMN debt_inquiry_budget.day IS 'TIME: the day counted';
COMMENT ON COLUMN debt_inquiry_budget.used IS 'TECH: inquiries answered that day';

-- An operator sees what it asked, and nothing of what others did.
ALTER TABLE debt_inquiry ENABLE ROW LEVEL SECURITY;
ALTER TABLE debt_inquiry FORCE ROW LEVEL SECURITY;
CREATE POLICY of_client ON debt_inquiry
    USING (current_setting('app.client', true) IN (client, '*'));
ALTER TABLE debt_inquiry_budget ENABLE ROW LEVEL SECURITY;
ALTER TABLE debt_inquiry_budget FORCE ROW LEVEL SECURITY;
CREATE POLICY of_client ON debt_inquiry_budget
    USING (current_setting('app.client', true) IN (client, '*'));
