-- Copies are compared with their memories in turns, by the ids of the memories.
CREATE INDEX external_copies_in_turns ON external_copies (provider, state, memory_id);
