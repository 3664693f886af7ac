package tacit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;

/** Who speaks in a message, in the words of traces. */
final class Roles {

    private Roles() {}

    static String of(ChatMessage message) {
        return switch (message.type()) {
            case SYSTEM -> "system";
            case USER -> "user";
            case AI -> "assistant";
            case TOOL_EXECUTION_RESULT -> "tool";
            case CUSTOM -> "custom";
        };
    }
}
