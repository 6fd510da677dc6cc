-- A message has entries, one for each applicant in each call that it brings something for. Those of today have one each.
CREATE TABLE entries (
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  entry          INTEGER NOT NULL CHECK (entry >= 0),  -- its place among the message's entries, for good
  relation       TEXT NOT NULL CHECK (relation IN ('application', 'withdrawal', 'evidence', 'declined', 'command', 'unrelated', 'automatic', 'inquiry')),
  call_id        TEXT,
  applicant      TEXT,                        -- key: tells applicants of a call apart
  shown          TEXT,                        -- how people read it
  branch         TEXT,                        -- where the applicant is one
  outcome        TEXT NOT NULL CHECK (outcome IN ('accepted', 'returned', 'rejected', 'held', 'noted', 'ignored')),
  PRIMARY KEY (message_id, entry)
) STRICT, WITHOUT ROWID;
INSERT INTO entries (message_id, entry, relation, call_id, applicant, shown, branch, outcome)
  SELECT id, 0, relation, call_id, branch, branch, branch, outcome FROM messages
  WHERE same_as IS NULL AND relation <> 'unrelated' AND outcome IS NOT NULL;
CREATE INDEX entries_by_call ON entries (call_id, applicant) WHERE call_id IS NOT NULL;
CREATE INDEX entries_by_outcome ON entries (outcome);

-- In messages, relation, call_id, branch and outcome are from now on what all entries of a message have in common, null where they differ.
DROP INDEX messages_by_outcome;
DROP INDEX messages_by_call;
CREATE INDEX messages_by_time ON messages (settled_at) WHERE relation IS NOT 'unrelated';

ALTER TABLE decisions ADD COLUMN entry INTEGER NOT NULL DEFAULT 0;
DROP INDEX decisions_machine;
CREATE UNIQUE INDEX decisions_machine ON decisions (message_id, entry) WHERE decided_by IS NULL AND superseded = 0;
DROP INDEX decisions_by_message;
CREATE INDEX decisions_by_message ON decisions (message_id, entry, id);

ALTER TABLE applications RENAME COLUMN branch TO applicant;

CREATE TABLE submissions_2 (
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  entry          INTEGER NOT NULL,
  application_id INTEGER NOT NULL REFERENCES applications (id),
  version        INTEGER NOT NULL CHECK (version > 0),
  standing       INTEGER NOT NULL CHECK (standing IN (0, 1)),
  repeats        INTEGER NOT NULL CHECK (repeats IN (0, 1)),
  files          TEXT NOT NULL,               -- SHA-256 of its documents, sorted, as a JSON array
  without_form   INTEGER NOT NULL DEFAULT 0 CHECK (without_form IN (0, 1)),
  ended          INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),        -- a confirmed withdrawal: what came before it no longer counts
  PRIMARY KEY (message_id, entry)
) STRICT;
INSERT INTO submissions_2 (message_id, entry, application_id, version, standing, repeats, files, without_form, ended)
  SELECT message_id, 0, application_id, version, standing, repeats, files, without_form, ended FROM submissions;
DROP TABLE submissions;
ALTER TABLE submissions_2 RENAME TO submissions;
CREATE UNIQUE INDEX submissions_standing ON submissions (application_id) WHERE standing = 1;
-- A message brings an applicant one entry in a call, no more.
CREATE UNIQUE INDEX submissions_by_application ON submissions (application_id, message_id);
