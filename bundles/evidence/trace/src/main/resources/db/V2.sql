-- Whether a trace changed since it was last made findable.
ALTER TABLE traces ADD COLUMN unread BOOLEAN DEFAULT TRUE NOT NULL;
CREATE INDEX traces_by_unread ON traces (workspace_id, unread, trace_no);
