-- A code's cases are entries: what is decided on one applicant of a mail leaves the lines about the others good.
CREATE TABLE desk_code_cases_2 (
  code_id        INTEGER NOT NULL REFERENCES desk_codes (id),
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  entry          INTEGER NOT NULL,
  decision_id    INTEGER NOT NULL,            -- the latest on that entry, as the mail told it
  PRIMARY KEY (code_id, message_id, entry)
) STRICT;
INSERT INTO desk_code_cases_2 (code_id, message_id, entry, decision_id)
  SELECT c.code_id, c.message_id, d.entry, max(d.id)
  FROM desk_code_cases c JOIN decisions d ON d.message_id = c.message_id AND d.id <= c.decision_id
  GROUP BY c.code_id, c.message_id, d.entry;
DROP TABLE desk_code_cases;
ALTER TABLE desk_code_cases_2 RENAME TO desk_code_cases;
