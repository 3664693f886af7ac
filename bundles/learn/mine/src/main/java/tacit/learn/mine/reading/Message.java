package tacit.learn.mine.reading;

import java.util.List;
import java.util.Objects;

/** One message to or from a model: who speaks, what is said, which calls it asks for. */
public record Message(String role, String text, List<ToolCall> calls) {

    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
        calls = List.copyOf(calls);
    }

    /** Whether a person, or what stands for one, speaks. */
    public boolean fromUser() {
        return role.equals("user") || role.equals("human");
    }
}
