-- One row per question to the register. What it says of the person lies sealed with the kit's
-- records; here are only references, states, times and codes.
CREATE TABLE identity_reference (
    id               uuid        PRIMARY KEY,
    subject_ref      text        NOT NULL,
    case_id          uuid        NOT NULL,
    purpose          text        NOT NULL,
    role             text        NOT NULL,
    client           text        NOT NULL,
    question         text        NOT NULL,
    asked_at         timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    status           text        NOT NULL,
    attempts         integer     NOT NULL,
    unanswered       integer     NOT NULL,
    reason           text,
    matching         text[],
    differing        text[],
    names_score      integer,
    document_valid   boolean,
    of_age           boolean,
    decided_at       timestamptz,
    fresh_until      timestamptz,
    due_at           timestamptz,
    lease_until      timestamptz,
    version          integer     NOT NULL,
    CHECK ((status = 'PENDING') = (due_at IS NOT NULL)),
    CHECK ((status = 'PENDING') = (decided_at IS NULL)),
    CHECK ((status = 'PENDING') = (matching IS NULL)),
    CHECK ((status = 'PENDING') = (differing IS NULL)),
    CHECK ((status = 'CONFIRMED') = (fresh_until IS NOT NULL)),
    CHECK ((status = 'REFUSED') = (reason IS NOT NULL))
);

CREATE INDEX identity_reference_due ON identity_reference (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX identity_reference_case ON identity_reference (case_id);

COMMENT ON COLUMN identity_reference.id IS 'ID: the reference';
COMMENT ON COLUMN identity_reference.subject_ref IS 'REF: the person who is asked about';
COMMENT ON COLUMN identity_reference.case_id IS 'ID: the case that it belongs to';
COMMENT ON COLUMN identity_reference.purpose IS 'CODED: why the register is asked';
COMMENT ON COLUMN identity_reference.role IS 'CODED: in what capacity the person takes part';
COMMENT ON COLUMN identity_reference.client IS 'CODED: the OAuth client that asked; it alone reads';
COMMENT ON COLUMN identity_reference.question IS 'TECH: HMAC of document and claim, to know the same question again';
COMMENT ON COLUMN identity_reference.asked_at IS 'TIME: when the question came in';
COMMENT ON COLUMN identity_reference.expires_at IS 'TIME: when a pending one is given up';
COMMENT ON COLUMN identity_reference.status IS 'STATE: PENDING, CONFIRMED or REFUSED';
COMMENT ON COLUMN identity_reference.attempts IS 'STATE: how many inquiries were begun';
COMMENT ON COLUMN identity_reference.unanswered IS 'STATE: of how many the end is not known';
COMMENT ON COLUMN identity_reference.reason IS 'CODED: why it was refused';
COMMENT ON COLUMN identity_reference.matching IS 'CODED: the claimed fields that are the registered ones';
COMMENT ON COLUMN identity_reference.differing IS 'CODED: the claimed fields that are not';
COMMENT ON COLUMN identity_reference.names_score IS 'CODED: how alike the claimed names are, 0 to 100';
COMMENT ON COLUMN identity_reference.document_valid IS 'CODED: whether the document is valid';
COMMENT ON COLUMN identity_reference.of_age IS 'CODED: whether the person is of age';
COMMENT ON COLUMN identity_reference.decided_at IS 'TIME: when it was confirmed or refused';
COMMENT ON COLUMN identity_reference.fresh_until IS 'TIME: until when a confirmation is good';
COMMENT ON COLUMN identity_reference.due_at IS 'TIME: when the register is asked next';
COMMENT ON COLUMN identity_reference.lease_until IS 'TIME: until when one replica has the inquiry to itself';
COMMENT ON COLUMN identity_reference.version IS 'TECH: optimistic lock';

-- What of a person was compared with the register lately, for whomever: nobody is to be guessed.
CREATE TABLE compared_claim (
    subject_ref text        NOT NULL,
    claim       text        NOT NULL,
    compared_at timestamptz NOT NULL,
    PRIMARY KEY (subject_ref, claim)
);
CREATE INDEX compared_claim_at ON compared_claim (compared_at);
COMMENT ON COLUMN compared_claim.subject_ref IS 'REF: the person who was claimed to be';
COMMENT ON COLUMN compared_claim.claim IS 'TECH: HMAC of the claimed values';
COMMENT ON COLUMN compared_claim.compared_at IS 'TIME: when they were last compared';
