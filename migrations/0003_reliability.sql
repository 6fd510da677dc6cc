-- An attempt in which the process dies proves nothing against the message: it is counted apart, and tried again alone.
ALTER TABLE messages ADD COLUMN interruptions INTEGER NOT NULL DEFAULT 0; -- of the attempts, those in which the process died
ALTER TABLE messages ADD COLUMN begun_at TEXT;                            -- an attempt is under way since
ALTER TABLE messages ADD COLUMN not_before TEXT;                          -- after many interruptions it waits until then
ALTER TABLE messages ADD COLUMN gone_at TEXT;                             -- it was no longer in the mailbox when it was to be downloaded
ALTER TABLE messages ADD COLUMN reopened INTEGER NOT NULL DEFAULT 0;      -- how often a person had it tried again

-- What the machine decided on a message's header alone stays on record when the message is tried again.
ALTER TABLE decisions ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1));
DROP INDEX decisions_machine;
CREATE UNIQUE INDEX decisions_machine ON decisions (message_id) WHERE decided_by IS NULL AND superseded = 0;

-- A negative uid_validity: the UID is no longer valid, the message waits to be found again by its hash.
CREATE INDEX messages_unplaced ON messages (mailbox, folder, header_sha256) WHERE uid_validity < 0;

-- What each call said when the mailbox was last looked at for it.
CREATE TABLE call_looks (
  mailbox        TEXT NOT NULL,
  call_id        TEXT NOT NULL,
  fingerprint    TEXT NOT NULL,               -- SHA-256 of what decides which mail concerns the call
  PRIMARY KEY (mailbox, call_id)
) STRICT;

-- What `health` must know of the worker; one row.
CREATE TABLE worker (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  started_at     TEXT,
  swept_at       TEXT,                        -- end of the last completed sweep
  due_by         TEXT,                        -- by then the next one must be completed: three intervals of the schedule
  backed_up_at   TEXT,                        -- set in a backup only: this file is a copy made then
  restored_at    TEXT                         -- when a worker first ran on such a copy
) STRICT;
INSERT INTO worker (id) VALUES (1);

-- A server that refuses the login, as long as it does.
CREATE TABLE troubles (
  server         TEXT PRIMARY KEY CHECK (server IN ('mailbox', 'smtp')),
  since          TEXT NOT NULL,
  words          TEXT NOT NULL                -- the server's own
) STRICT;
