-- All letters that the service writes. `correction`: a decision that was told is taken back; `announcement`: an amendment; `noted`, `withdrawal`,
-- `reminder` and `result` are letters to come, listed here so that the table is made anew once.
CREATE TABLE outbox_2 (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  purpose        TEXT NOT NULL UNIQUE,        -- what it answers, so that nothing is answered twice
  kind           TEXT NOT NULL CHECK (kind IN ('receipt', 'returned', 'rejected', 'held', 'noted', 'withdrawal', 'correction',
                   'notice', 'announcement', 'reminder', 'result', 'digest', 'alarm', 'desk')),
  message_id     INTEGER REFERENCES messages (id),
  header_id      TEXT NOT NULL,               -- our Message-ID, with angle brackets
  recipient      TEXT NOT NULL,               -- the address that the caps count, in lower case
  about          TEXT,                        -- the problems it tells of: the same again within ten minutes is not sent; null: always sent
  expires_at     TEXT,                        -- when it is no longer true: a returned one at the deadline
  state          TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'failed', 'unknown', 'withheld')),
  withheld_for   TEXT CHECK (withheld_for IN ('hold', 'cap', 'superseded', 'repeat')),
  attempts       INTEGER NOT NULL DEFAULT 0,
  repeated       INTEGER NOT NULL DEFAULT 0 CHECK (repeated IN (0, 1)),  -- sent again after `unknown`, which is done once
  due_at         TEXT NOT NULL,
  last_error     TEXT,
  composed_at    TEXT NOT NULL,
  sent_at        TEXT,
  mail           TEXT NOT NULL,               -- OutgoingMail as JSON; last, for it is long and the rest is looked through often
  CHECK ((state = 'withheld') = (withheld_for IS NOT NULL))
) STRICT;
INSERT INTO outbox_2 SELECT * FROM outbox;
-- Numbers stay given for good, also those of letters that were purged.
DELETE FROM sqlite_sequence WHERE name = 'outbox_2';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_2', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_by_state ON outbox (state, withheld_for);
CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE expires_at IS NOT NULL AND (state = 'due' OR withheld_for IN ('hold', 'cap'));
CREATE INDEX outbox_by_message ON outbox (message_id, kind) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_header_id ON outbox (header_id);
CREATE INDEX outbox_by_sent_at ON outbox (sent_at, recipient, kind) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_by_recipient ON outbox (recipient, sent_at) WHERE sent_at IS NOT NULL;

-- A person accepted it although no form came: it displaces no version with one.
ALTER TABLE submissions ADD COLUMN without_form INTEGER NOT NULL DEFAULT 0 CHECK (without_form IN (0, 1));

-- What the committee changed of a call after it was published, in order; it wins over the call's file.
CREATE TABLE amendments (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id        TEXT NOT NULL,
  body           TEXT NOT NULL,               -- what changes, as JSON
  made_by        TEXT NOT NULL,
  reason         TEXT NOT NULL,               -- for staff; no letter bears it
  made_at        TEXT NOT NULL
) STRICT;
CREATE INDEX amendments_by_call ON amendments (call_id);

-- Who had personal data removed that was not told yet, and why.
CREATE TABLE purges (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id        TEXT NOT NULL,
  discarded      INTEGER NOT NULL,            -- letters that never went out
  made_by        TEXT NOT NULL,
  reason         TEXT NOT NULL,
  made_at        TEXT NOT NULL
) STRICT;
