CREATE TABLE conversations (
    workspace_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    id TEXT NOT NULL,
    messages BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, user_id, id)
);

CREATE TABLE conversation_messages (
    workspace_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (workspace_id, user_id, conversation_id, position)
);
