-- Folders that the server doesn't open, while the others are served.
CREATE TABLE refused_folders (
  mailbox        TEXT NOT NULL,
  path           TEXT NOT NULL,
  since          TEXT NOT NULL,
  words          TEXT NOT NULL,               -- the server's own
  PRIMARY KEY (mailbox, path)
) STRICT;

-- When a folder was last held against what is recorded of it.
ALTER TABLE folders ADD COLUMN counted_at TEXT;
