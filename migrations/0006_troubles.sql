-- Servers that don't do their work for us, whatever the reason, and what waits for them.
CREATE TABLE troubles_2 (
  server         TEXT PRIMARY KEY CHECK (server IN ('mailbox', 'smtp')),
  kind           TEXT NOT NULL CHECK (kind IN ('login', 'sender', 'unreachable', 'busy')),
  since          TEXT NOT NULL,
  words          TEXT NOT NULL,               -- the server's own
  told_at        TEXT                         -- when an alarm was last raised for it
) STRICT;
INSERT INTO troubles_2 (server, kind, since, words) SELECT server, 'login', since, words FROM troubles;
DROP TABLE troubles;
ALTER TABLE troubles_2 RENAME TO troubles;

-- Mails that wait through a fault of ours or a server's, since when.
CREATE TABLE delays (
  outbox         INTEGER PRIMARY KEY,         -- id of the mail
  since          TEXT NOT NULL
) STRICT;
