-- The chain of events goes on naming what was purged: its numbers go to nothing else. AUTOINCREMENT can't be added to a table, so both anew.
CREATE TABLE decisions_2 (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  decided_by     TEXT,
  reason         TEXT,
  outcome        TEXT NOT NULL CHECK (outcome IN ('accepted', 'returned', 'rejected', 'held', 'ignored')),
  body           TEXT NOT NULL,               -- the Decision as JSON
  decided_at     TEXT NOT NULL,
  superseded     INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),  -- the machine's, on the header alone, before the message was tried again
  CHECK ((decided_by IS NULL) = (reason IS NULL))
) STRICT;
INSERT INTO decisions_2 SELECT id, message_id, decided_by, reason, outcome, body, decided_at, superseded FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_2 RENAME TO decisions;
CREATE UNIQUE INDEX decisions_machine ON decisions (message_id) WHERE decided_by IS NULL AND superseded = 0;
CREATE INDEX decisions_by_message ON decisions (message_id, id);

CREATE TABLE outbox_2 (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  purpose        TEXT NOT NULL UNIQUE,        -- what it answers, so that nothing is answered twice
  kind           TEXT NOT NULL CHECK (kind IN ('receipt', 'returned', 'rejected', 'held', 'notice', 'digest', 'alarm')),
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
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_sendable ON outbox (due_at) WHERE (state = 'due' OR (state = 'withheld' AND withheld_for = 'cap'));
CREATE INDEX outbox_unknown ON outbox (due_at) WHERE state = 'unknown';
CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE expires_at IS NOT NULL AND state IN ('due', 'withheld');
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_header_id ON outbox (header_id);
CREATE INDEX outbox_by_sent_at ON outbox (sent_at, recipient, kind) WHERE sent_at IS NOT NULL;

-- Also what was purged before.
DELETE FROM sqlite_sequence WHERE name IN ('decisions', 'outbox');
INSERT INTO sqlite_sequence (name, seq) VALUES
  ('decisions', max((SELECT ifnull(max(id), 0) FROM decisions), (SELECT ifnull(max(json_extract(content, '$.decision')), 0) FROM events))),
  ('outbox', max((SELECT ifnull(max(id), 0) FROM outbox), (SELECT ifnull(max(json_extract(content, '$.outbox')), 0) FROM events)));

-- The same mail under other UIDs shares the lot of the first one.
CREATE INDEX messages_by_twin ON messages (same_as) WHERE same_as IS NOT NULL;
