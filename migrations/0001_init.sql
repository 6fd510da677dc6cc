-- Times are ISO 8601 in UTC with milliseconds, so that they sort as text.

-- A folder of the mailbox, as far as it has been looked through.
CREATE TABLE folders (
  mailbox        TEXT NOT NULL,               -- user@host
  path           TEXT NOT NULL,               -- INBOX
  uid_validity   INTEGER NOT NULL,
  first_look_uid INTEGER NOT NULL,            -- up to here, UIDs without a row are older than the first look
  last_uid       INTEGER NOT NULL,            -- every UID up to here is recorded, or older than the first look
  on_server      INTEGER,                     -- messages on the server at the last reconciliation
  unaccounted    INTEGER,                     -- of these, the ones that stood nowhere
  swept_at       TEXT,                        -- end of the last completed sweep
  PRIMARY KEY (mailbox, path)
) STRICT;

-- One mail in the mailbox. Of one that may not be an application only this row is kept, with neither sender nor subject.
CREATE TABLE messages (
  id             INTEGER PRIMARY KEY,
  mailbox        TEXT NOT NULL,
  folder         TEXT NOT NULL,
  uid_validity   INTEGER NOT NULL,
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
  relation       TEXT CHECK (relation IN ('application', 'unrelated', 'automatic', 'inquiry')),
  call_id        TEXT,
  branch         TEXT,
  outcome        TEXT CHECK (outcome IN ('accepted', 'returned', 'rejected', 'held', 'ignored')),
  received_at    TEXT,                        -- the judged time
  recorded_at    TEXT NOT NULL,
  settled_at     TEXT,                        -- when it was judged or set aside
  UNIQUE (mailbox, folder, uid_validity, uid)
) STRICT;
CREATE INDEX messages_unsettled ON messages (id) WHERE state = 'received';
CREATE INDEX messages_by_sha256 ON messages (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX messages_by_header ON messages (header_sha256, size) WHERE state = 'quarantined';
CREATE INDEX messages_by_outcome ON messages (outcome, settled_at) WHERE relation <> 'unrelated';

-- The raw bytes of a message that may be an application; deleted when it proves unrelated.
CREATE TABLE raw_messages (
  message_id     INTEGER PRIMARY KEY REFERENCES messages (id),
  source         BLOB NOT NULL
) STRICT;

-- What was decided: once by the machine (decided_by is null), and by people, the latest of whom counts.
CREATE TABLE decisions (
  id             INTEGER PRIMARY KEY,
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  decided_by     TEXT,
  reason         TEXT,
  outcome        TEXT NOT NULL CHECK (outcome IN ('accepted', 'returned', 'rejected', 'held', 'ignored')),
  body           TEXT NOT NULL,               -- the Decision as JSON
  decided_at     TEXT NOT NULL,
  CHECK ((decided_by IS NULL) = (reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX decisions_machine ON decisions (message_id) WHERE decided_by IS NULL;
CREATE INDEX decisions_by_message ON decisions (message_id, id);

-- What a branch has in a call.
CREATE TABLE applications (
  id             INTEGER PRIMARY KEY,
  call_id        TEXT NOT NULL,
  branch         TEXT NOT NULL,
  sequence       INTEGER NOT NULL,            -- the number is {call id}-{0001}
  UNIQUE (call_id, branch),
  UNIQUE (call_id, sequence)
) STRICT;

-- The chain of an application: versions in the order of (judged time, UID); one of them may stand.
CREATE TABLE submissions (
  message_id     INTEGER PRIMARY KEY REFERENCES messages (id),
  application_id INTEGER NOT NULL REFERENCES applications (id),
  version        INTEGER NOT NULL CHECK (version > 0),
  standing       INTEGER NOT NULL CHECK (standing IN (0, 1)),
  repeats        INTEGER NOT NULL CHECK (repeats IN (0, 1)),
  files          TEXT NOT NULL                -- SHA-256 of its documents, sorted, as a JSON array
) STRICT;
CREATE UNIQUE INDEX submissions_standing ON submissions (application_id) WHERE standing = 1;
CREATE INDEX submissions_by_application ON submissions (application_id);

-- Everything that is to be sent, and what became of it.
CREATE TABLE outbox (
  id             INTEGER PRIMARY KEY,
  purpose        TEXT NOT NULL UNIQUE,        -- what it answers, so that nothing is answered twice
  kind           TEXT NOT NULL CHECK (kind IN ('receipt', 'returned', 'rejected', 'held', 'digest', 'alarm')),
  message_id     INTEGER REFERENCES messages (id),
  header_id      TEXT NOT NULL,               -- our Message-ID, with angle brackets
  recipient      TEXT NOT NULL,               -- the address that the caps count, in lower case
  mail           TEXT NOT NULL,               -- OutgoingMail as JSON
  state          TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'failed', 'unknown', 'withheld')),
  withheld_for   TEXT CHECK (withheld_for IN ('hold', 'cap', 'superseded')),
  attempts       INTEGER NOT NULL DEFAULT 0,
  repeated       INTEGER NOT NULL DEFAULT 0 CHECK (repeated IN (0, 1)),  -- sent again after `unknown`, which is done once
  due_at         TEXT NOT NULL,
  last_error     TEXT,
  composed_at    TEXT NOT NULL,
  sent_at        TEXT,
  CHECK ((state = 'withheld') = (withheld_for IS NOT NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE state IN ('due', 'sending', 'unknown');
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_header_id ON outbox (header_id);
CREATE INDEX outbox_by_sent_at ON outbox (sent_at, recipient) WHERE sent_at IS NOT NULL;

-- One digest for each date and kind.
CREATE TABLE digests (
  date           TEXT NOT NULL,               -- YYYY-MM-DD in the service's time zone
  kind           TEXT NOT NULL,               -- daily, or deadline:{call id}:{deadline}
  composed_at    TEXT NOT NULL,
  PRIMARY KEY (date, kind)
) STRICT;
