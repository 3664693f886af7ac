package tacit.learn.mine.reading;

import java.util.Objects;

/** A call that a model asked for: the tool's name and its arguments as text. */
public record ToolCall(String name, String arguments) {

    public ToolCall {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arguments, "arguments");
    }
}
