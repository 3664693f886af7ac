package tacit.surface.proxy.wire;

import tacit.api.trace.Operation;

/** What is asked of a model's server, and in whose words. */
public enum Wire {
    CHAT(Kind.OPENAI, "/chat/completions", Operation.CHAT),
    RESPONSES(Kind.OPENAI, "/responses", Operation.CHAT),
    EMBEDDINGS(Kind.OPENAI, "/embeddings", Operation.EMBEDDINGS),
    OPENAI_MODELS(Kind.OPENAI, "/models", Operation.STEP),
    MESSAGES(Kind.ANTHROPIC, "/v1/messages", Operation.CHAT),
    COUNT_TOKENS(Kind.ANTHROPIC, "/v1/messages/count_tokens", Operation.STEP),
    ANTHROPIC_MODELS(Kind.ANTHROPIC, "/v1/models", Operation.STEP);

    private final Kind kind;
    private final String path;
    private final String operation;

    Wire(Kind kind, String path, String operation) {
        this.kind = kind;
        this.path = path;
        this.operation = operation;
    }

    public Kind kind() {
        return kind;
    }

    /** Behind the address of an upstream. */
    public String path() {
        return path;
    }

    /** The operation of its span. */
    public String operation() {
        return operation;
    }

    /** Whether a context is put into it. */
    public boolean takesContext() {
        return this == CHAT || this == RESPONSES || this == MESSAGES;
    }

    /** Whether a trace is written of it: of work of a model, and of nothing else. */
    public boolean isRecorded() {
        return takesContext() || this == EMBEDDINGS;
    }

    /** Whether it is a question without a body. */
    public boolean isRead() {
        return this == OPENAI_MODELS || this == ANTHROPIC_MODELS;
    }
}
