-- What belongs to an application and is no version: withdrawals, evidence, «不申报» (outcome noted). Both tables anew for their CHECKs.
CREATE TABLE messages_2 (
  id             INTEGER PRIMARY KEY,
  mailbox        TEXT NOT NULL,
  folder         TEXT NOT NULL,
  uid_validity   INTEGER NOT NULL,            -- negative: the UID is no longer valid, the message waits to be found again by its hash
  uid            INTEGER NOT NULL,
  size           INTEGER NOT NULL,
  internal_date  TEXT,
  header_sha256  TEXT NOT NULL,
  sha256         TEXT,                        -- of the raw bytes, once they were downloaded
  state          TEXT NOT NULL CHECK (state IN ('received', 'judged', 'quarantined')),
  attempts       INTEGER NOT NULL DEFAULT 0,  -- counted before the work
  failed_fetches INTEGER NOT NULL DEFAULT 0,  -- the server's doing, never held against the message
  last_error     TEXT,
  same_as        INTEGER REFERENCES messages (id),
  sender         TEXT,
  subject        TEXT,
  message_id     TEXT,                        -- Message-ID, for threading only
  relation       TEXT CHECK (relation IN ('application', 'withdrawal', 'evidence', 'declined', 'command', 'unrelated', 'automatic', 'inquiry')),
  call_id        TEXT,
  branch         TEXT,
  outcome        TEXT CHECK (outcome IN ('accepted', 'returned', 'rejected', 'held', 'noted', 'ignored')),
  received_at    TEXT,                        -- the judged time
  recorded_at    TEXT NOT NULL,
  settled_at     TEXT,                        -- when it was judged or set aside
  interruptions  INTEGER NOT NULL DEFAULT 0,  -- of the attempts, those in which the process died
  begun_at       TEXT,                        -- an attempt is under way since
  not_before     TEXT,                        -- after many interruptions it waits until then
  gone_at        TEXT,                        -- it was no longer in the mailbox when it was to be downloaded
  reopened       INTEGER NOT NULL DEFAULT 0,  -- how often a person had it tried again
  UNIQUE (mailbox, folder, uid_validity, uid)
) STRICT;
INSERT INTO messages_2 SELECT id, mailbox, folder, uid_validity, uid, size, internal_date, header_sha256, sha256, state, attempts, failed_fetches,
  last_error, same_as, sender, subject, message_id, relation, call_id, branch, outcome, received_at, recorded_at, settled_at, interruptions, begun_at,
  not_before, gone_at, reopened FROM messages;
DROP TABLE messages;
ALTER TABLE messages_2 RENAME TO messages;
CREATE INDEX messages_by_sha256 ON messages (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX messages_by_header ON messages (header_sha256, size) WHERE state = 'quarantined';
CREATE INDEX messages_by_outcome ON messages (outcome, settled_at) WHERE relation <> 'unrelated';
CREATE INDEX messages_unplaced ON messages (mailbox, folder, header_sha256) WHERE uid_validity < 0;
CREATE INDEX messages_by_twin ON messages (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX messages_by_state ON messages (state, mailbox);
CREATE INDEX messages_begun ON messages (mailbox) WHERE begun_at IS NOT NULL;
CREATE INDEX messages_by_call ON messages (call_id, branch) WHERE call_id IS NOT NULL;

CREATE TABLE decisions_2 (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  decided_by     TEXT,
  reason         TEXT,
  outcome        TEXT NOT NULL CHECK (outcome IN ('accepted', 'returned', 'rejected', 'held', 'noted', 'ignored')),
  body           TEXT NOT NULL,               -- the Decision as JSON
  decided_at     TEXT NOT NULL,
  superseded     INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),  -- the machine's, on the header alone, before the message was tried again
  CHECK ((decided_by IS NULL) = (reason IS NULL))
) STRICT;
INSERT INTO decisions_2 SELECT id, message_id, decided_by, reason, outcome, body, decided_at, superseded FROM decisions;
-- Numbers stay given for good, also those of decisions that were purged.
DELETE FROM sqlite_sequence WHERE name = 'decisions_2';
INSERT INTO sqlite_sequence (name, seq) SELECT 'decisions_2', seq FROM sqlite_sequence WHERE name = 'decisions';
DROP TABLE decisions;
ALTER TABLE decisions_2 RENAME TO decisions;
CREATE UNIQUE INDEX decisions_machine ON decisions (message_id) WHERE decided_by IS NULL AND superseded = 0;
CREATE INDEX decisions_by_message ON decisions (message_id, id);

-- A confirmed withdrawal: no version, and what came before it no longer counts.
ALTER TABLE submissions ADD COLUMN ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1));
