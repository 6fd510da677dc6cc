-- Everything that changed an outcome or was sent, for ever: each entry's hash covers the hash before it.
CREATE TABLE events (
  id             INTEGER PRIMARY KEY,         -- 1, 2, 3 … without a gap
  at             TEXT NOT NULL,
  kind           TEXT NOT NULL,
  content        TEXT NOT NULL,               -- JSON, no personal data: hashes and numbers, so that it may outlive what it tells of
  hash           TEXT NOT NULL                -- SHA-256 over the hash before it, id, at, kind and content, a line each
) STRICT;
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
-- REPLACE would delete without asking the trigger above.
CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
  WHEN NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM events)
  BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;

-- The outbox anew: notices to third parties, replies that would only repeat what was just said, and what each reply was about.
CREATE TABLE outbox_2 (
  id             INTEGER PRIMARY KEY,
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
INSERT INTO outbox_2 SELECT id, purpose, kind, message_id, header_id, recipient, NULL, NULL, state, withheld_for, attempts, repeated, due_at, last_error,
  composed_at, sent_at, mail FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_sendable ON outbox (due_at) WHERE (state = 'due' OR (state = 'withheld' AND withheld_for = 'cap'));
CREATE INDEX outbox_unknown ON outbox (due_at) WHERE state = 'unknown';
CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE expires_at IS NOT NULL AND state IN ('due', 'withheld');
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_header_id ON outbox (header_id);
CREATE INDEX outbox_by_sent_at ON outbox (sent_at, recipient, kind) WHERE sent_at IS NOT NULL;
