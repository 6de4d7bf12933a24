-- What each clerk asked at a counter lately: for their quota, and to see who asks about one person
-- again. It outlives its reference by the window at most, and then without the person.
CREATE TABLE counter_question (
    reference_id uuid        PRIMARY KEY,
    clerk_ref    text        NOT NULL,
    shop         text        NOT NULL,
    subject_ref  text,
    case_id      uuid        NOT NULL,
    own_names    text[],
    asked_at     timestamptz NOT NULL
);
CREATE INDEX counter_question_clerk ON counter_question (clerk_ref, asked_at);
CREATE INDEX counter_question_at ON counter_question (asked_at);
COMMENT ON COLUMN counter_question.reference_id IS 'ID: the reference that was asked for';
COMMENT ON COLUMN counter_question.clerk_ref IS 'REF: the clerk who asked';
COMMENT ON COLUMN counter_question.shop IS 'CODED: in which shop';
COMMENT ON COLUMN counter_question.subject_ref IS 'REF: the person, as long as the reference is there';
COMMENT ON COLUMN counter_question.case_id IS 'ID: the case that it was for';
COMMENT ON COLUMN counter_question.own_names IS 'TECH: HMACs of the clerk''s family names, until the answer is there';
COMMENT ON COLUMN counter_question.asked_at IS 'TIME: when it was asked';

-- What the privacy officer should look at. Who the clerk is lies sealed with the kit's records; of the
-- person who was asked about there is nothing.
CREATE TABLE clerk_flag (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL,
    clerk_ref    text        NOT NULL,
    shop         text        NOT NULL,
    reference_id uuid,
    case_id      uuid        NOT NULL,
    raised_at    timestamptz NOT NULL
);
CREATE INDEX clerk_flag_raised ON clerk_flag (raised_at, id);
CREATE INDEX clerk_flag_clerk ON clerk_flag (clerk_ref, raised_at);
COMMENT ON COLUMN clerk_flag.id IS 'ID: the flag';
COMMENT ON COLUMN clerk_flag.kind IS 'CODED: why it was raised';
COMMENT ON COLUMN clerk_flag.clerk_ref IS 'REF: the clerk';
COMMENT ON COLUMN clerk_flag.shop IS 'CODED: in which shop';
COMMENT ON COLUMN clerk_flag.reference_id IS 'ID: the reference, where one was asked for';
COMMENT ON COLUMN clerk_flag.case_id IS 'ID: the case that was given';
COMMENT ON COLUMN clerk_flag.raised_at IS 'TIME: when it was raised';

-- Who works for the operator; each list takes the place of the one before.
CREATE TABLE colleague (
    subject_ref text        PRIMARY KEY,
    listed_at   timestamptz NOT NULL
);
COMMENT ON COLUMN colleague.subject_ref IS 'REF: the person';
COMMENT ON COLUMN colleague.listed_at IS 'TIME: when the list came';
