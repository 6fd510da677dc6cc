-- Files at the desk: what came with a line of staff (汇总表, filled in), and what they asked for, until the answer that bears it is composed.
CREATE TABLE desk_files (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id  INTEGER NOT NULL REFERENCES desk_mails (message_id),   -- what brought it, or is answered with it
  way         TEXT NOT NULL CHECK (way IN ('came', 'asked')),
  name        TEXT NOT NULL,
  type        TEXT,                                                  -- media type of what was asked for
  bytes       BLOB NOT NULL,
  CHECK ((way = 'asked') = (type IS NOT NULL))
) STRICT;
CREATE INDEX desk_files_by_message ON desk_files (message_id, way);
-- What a mail confirmed is asked for at each answer.
CREATE INDEX desk_lines_confirmed ON desk_lines (confirmed_by) WHERE confirmed_by IS NOT NULL;
