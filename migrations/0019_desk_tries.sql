-- How often each line was begun and not settled: a line in which the process dies is not tried for ever.
CREATE TABLE desk_tries (
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  line           INTEGER NOT NULL,
  tries          INTEGER NOT NULL,
  PRIMARY KEY (message_id, line)
) STRICT;
