-- Up to when the halves reach: the newest run or decision that there was when they were made, as recorded_at. What comes later is dealt by a
-- hash. Null for halves from before, until a host starts.
ALTER TABLE replay_splits ADD COLUMN held_until TEXT;
