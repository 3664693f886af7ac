package tacit.api.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a run: a message, or a tool call with its result. Immutable.
 *
 * @param speaker who wrote the text
 * @param text the message, or the result of the call; empty when the call has none
 * @param call the call whose result this is; null for messages, never null for tools
 * @param failed whether the agent reports the call as failed; a result may also say so in its text
 */
public record CallStep(
        Speaker speaker, String text, @Nullable ToolCall call, boolean failed) {

    /** Who wrote a text. */
    public enum Speaker {
        USER,
        AGENT,
        TOOL
    }

    public CallStep {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(text, "text");
        if ((speaker == Speaker.TOOL) != (call != null)) {
            throw new IllegalArgumentException(
                    "call must be given for tools alone, got it " + call + " for " + speaker);
        }
    }

    /** A message of the user. */
    public static CallStep user(String text) {
        return new CallStep(Speaker.USER, text, null, false);
    }

    /** A message of the agent to the user. */
    public static CallStep agent(String text) {
        return new CallStep(Speaker.AGENT, text, null, false);
    }

    /** A call and what it returned. */
    public static CallStep result(ToolCall call, String text) {
        return new CallStep(Speaker.TOOL, text, call, false);
    }
}
