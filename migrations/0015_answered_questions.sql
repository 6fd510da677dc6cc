-- Questions in whose thread somebody wrote from the mailbox: they have left the digest's list.
CREATE TABLE answered_questions (
  message_id     INTEGER PRIMARY KEY REFERENCES messages (id),
  seen_at        TEXT NOT NULL
) STRICT;
