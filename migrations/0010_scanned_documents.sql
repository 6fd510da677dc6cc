-- Scanned documents, which are read by optical recognition when nothing else waits.
CREATE TABLE scanned_documents (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id     INTEGER NOT NULL REFERENCES messages (id),
  sha256         TEXT NOT NULL,               -- of the document
  kind           TEXT NOT NULL CHECK (kind IN ('pdf', 'image')),
  pages          INTEGER,                     -- how many it has, once that is known
  state          TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'recognised', 'failed')),
  content        TEXT,                        -- DocumentContent as JSON
  likely         REAL,                        -- how sure of its characters, from 0 to 1
  why            TEXT,                        -- of a failed one
  ended_at       TEXT,
  UNIQUE (message_id, sha256)
) STRICT;
CREATE INDEX scanned_documents_waiting ON scanned_documents (id) WHERE state = 'waiting';

-- A page is recognised once, whatever becomes of the process meanwhile. Of a scan that has ended its pages go.
CREATE TABLE scanned_pages (
  document_id        INTEGER NOT NULL REFERENCES scanned_documents (id),
  page           INTEGER NOT NULL,            -- from 1
  attempts       INTEGER NOT NULL,            -- counted before the work
  body           TEXT,                        -- its words and ruled lines as JSON, or why it has none; null until it was looked at
  PRIMARY KEY (document_id, page)
) STRICT;

-- What came before recognition did.
INSERT INTO scanned_documents (message_id, sha256, kind)
  SELECT DISTINCT d.message_id, json_extract(one.value, '$.sha256'), 'pdf'
  FROM decisions d JOIN raw_messages r ON r.message_id = d.message_id, json_each(d.body, '$.documents') one
  WHERE d.decided_by IS NULL AND d.superseded = 0
    AND json_extract(one.value, '$.kind') = 'pdf' AND json_extract(one.value, '$.why') = 'scanned'
  ORDER BY d.message_id;
