-- A person's verdict on a condition, beside the machine's: it changes no outcome. `files`: the SHA-256 of the documents of the version that it
-- is about, as JSON; null: it holds for the applicant, whatever version counts.
CREATE TABLE confirmations (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id        TEXT NOT NULL,
  applicant      TEXT NOT NULL,
  check_id       TEXT NOT NULL,
  verdict        TEXT NOT NULL CHECK (verdict IN ('pass', 'fail')),
  files          TEXT,
  made_by        TEXT NOT NULL,
  reason         TEXT NOT NULL,               -- for staff; no letter bears it
  made_at        TEXT NOT NULL
) STRICT;
CREATE INDEX confirmations_by_call ON confirmations (call_id, applicant, check_id);
