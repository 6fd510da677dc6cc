-- Staff decide by mail. A code is known by its hash; the code itself stands here only until the mail that bears it has gone out.
CREATE TABLE desk_codes (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256         TEXT NOT NULL UNIQUE,
  address        TEXT NOT NULL,               -- to whom it was sent, in lower case
  purpose        TEXT NOT NULL UNIQUE,        -- of the mail in the outbox that bears it
  code           TEXT,
  issued_at      TEXT NOT NULL,
  expires_at     TEXT NOT NULL,
  voided_at      TEXT
) STRICT;

-- The cases that stood in that mail, each as it was then.
CREATE TABLE desk_code_cases (
  code_id        INTEGER NOT NULL REFERENCES desk_codes (id),
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  decision_id    INTEGER NOT NULL,
  PRIMARY KEY (code_id, message_id)
) STRICT;

-- What came by mail from staff, or under a code of theirs. Address and words are personal, and purged.
CREATE TABLE desk_mails (
  message_id     INTEGER PRIMARY KEY REFERENCES messages (id),
  state          TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'answered', 'refused')),
  refused_for    TEXT CHECK (refused_for IN ('outsider', 'code', 'authentication')),
  code_id        INTEGER REFERENCES desk_codes (id),
  address        TEXT,
  body           TEXT,                        -- what was read of it, as JSON
  recorded_at    TEXT NOT NULL,
  answered_at    TEXT,
  CHECK ((state = 'refused') = (refused_for IS NOT NULL))
) STRICT;
CREATE INDEX desk_mails_open ON desk_mails (state) WHERE state IN ('waiting', 'done');
CREATE INDEX desk_mails_refused ON desk_mails (recorded_at) WHERE state = 'refused';
CREATE INDEX desk_mails_by_address ON desk_mails (address, answered_at) WHERE answered_at IS NOT NULL;

-- A line of it, and what came of it. `shown`: it is done when the sender confirms it with the code of the answer that shows it.
CREATE TABLE desk_lines (
  message_id     INTEGER NOT NULL REFERENCES desk_mails (message_id),
  line           INTEGER NOT NULL,            -- from 1
  state          TEXT NOT NULL CHECK (state IN ('shown', 'done', 'refused')),
  code_id        INTEGER REFERENCES desk_codes (id),  -- by which a line that is shown is confirmed
  confirmed_by   INTEGER REFERENCES desk_mails (message_id),
  result         TEXT,                        -- what is said of it, as JSON
  settled_at     TEXT NOT NULL,
  PRIMARY KEY (message_id, line)
) STRICT;
CREATE INDEX desk_lines_shown ON desk_lines (code_id) WHERE code_id IS NOT NULL;
