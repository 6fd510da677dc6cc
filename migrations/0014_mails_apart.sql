-- Of the outbox: what a mail says, in a table of its own. A state changes three times, and each change wrote all of the mail again.
CREATE TABLE outbox_mails (
  id    INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
  mail  TEXT NOT NULL                        -- OutgoingMail as JSON
) STRICT;
INSERT INTO outbox_mails SELECT id, mail FROM outbox;
ALTER TABLE outbox DROP COLUMN mail;
