-- What is asked at every round, for every digest and by `show` finds its rows without passing those of past years.

-- SQLite preferred the unique index of all messages to one of the unsettled alone.
DROP INDEX messages_unsettled;
CREATE INDEX messages_by_state ON messages (state, mailbox);
CREATE INDEX messages_begun ON messages (mailbox) WHERE begun_at IS NOT NULL;
CREATE INDEX messages_by_call ON messages (call_id, branch) WHERE call_id IS NOT NULL;

-- In place of outbox_sendable and outbox_unknown also for what is in doubt, held back or counted.
DROP INDEX outbox_sendable;
DROP INDEX outbox_unknown;
CREATE INDEX outbox_by_state ON outbox (state, withheld_for);
-- Without what was superseded.
DROP INDEX outbox_expiring;
CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE expires_at IS NOT NULL AND (state = 'due' OR withheld_for IN ('hold', 'cap'));
CREATE INDEX outbox_by_recipient ON outbox (recipient, sent_at) WHERE sent_at IS NOT NULL;

-- With the kind, or each reply would be looked up twice.
DROP INDEX outbox_by_message;
CREATE INDEX outbox_by_message ON outbox (message_id, kind) WHERE message_id IS NOT NULL;

CREATE INDEX digests_by_time ON digests (composed_at);
CREATE INDEX events_by_message ON events (json_extract(content, '$.message'));
