-- What the committee has sent to many at once: reminders, and results group by group. One row for each confirmation, one for each letter of it.
CREATE TABLE mailings (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id        TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('reminder', 'result')),
  about          TEXT,                        -- of results: the group, such as 推荐
  made_at        TEXT NOT NULL
) STRICT;
CREATE INDEX mailings_by_call ON mailings (call_id, kind);

CREATE TABLE mailing_letters (
  mailing_id     INTEGER NOT NULL REFERENCES mailings (id),
  applicant      TEXT NOT NULL,
  purpose        TEXT NOT NULL UNIQUE,        -- of the letter in the outbox
  PRIMARY KEY (mailing_id, applicant)
) STRICT, WITHOUT ROWID;
