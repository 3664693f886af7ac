package tacit.learn.mine.reading;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;

/**
 * One model call with what it led to, or a tool call that no recorded model call led to. Immutable.
 *
 * @param span the model call; the tool call where none was recorded
 * @param agent the agent whose turn it is; null outside any
 * @param prompt the messages that the model saw
 * @param reply what it answered
 * @param acts tool and agent spans that the answer led to
 * @param step the span that holds this call and its acts alone; null when there is none
 * @param error what failed; null when nothing did
 * @param result what the acts answered, as text
 * @param previous the turn before, of the same agent
 */
public record Turn(
        Span span,
        @Nullable Span agent,
        List<Message> prompt,
        Message reply,
        List<Span> acts,
        @Nullable Span step,
        @Nullable CallError error,
        String result,
        @Nullable Turn previous) {

    public Turn {
        Objects.requireNonNull(span, "span");
        prompt = List.copyOf(prompt);
        Objects.requireNonNull(reply, "reply");
        acts = List.copyOf(acts);
        Objects.requireNonNull(result, "result");
    }

    /** Whether a model call is recorded for it. */
    public boolean thought() {
        return SpanTree.isModelCall(span);
    }

    /** Whether the turn did something, or tried to. */
    public boolean acting() {
        return step != null || !acts.isEmpty() || !reply.calls().isEmpty();
    }

    public boolean failed() {
        return error != null;
    }

    /** The nearest earlier turn of the same agent that did something. */
    public @Nullable Turn previousAct() {
        Turn turn = previous;
        while (turn != null && !turn.acting()) {
            turn = turn.previous;
        }
        return turn;
    }

    /** The text of the message that stands first: as a rule the instructions. */
    public String instructions() {
        return prompt.isEmpty() ? "" : prompt.get(0).text();
    }

    /** The text of the message that stands last. */
    public String question() {
        return prompt.isEmpty() ? "" : prompt.get(prompt.size() - 1).text();
    }

    // A record's own text would walk through all earlier turns.
    @Override
    public String toString() {
        return "Turn[" + span.id() + "]";
    }
}
