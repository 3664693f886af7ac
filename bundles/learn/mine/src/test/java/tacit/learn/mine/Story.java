package tacit.learn.mine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;

/** Tells the run of one agent, span by span; span ids count up from {@code s1}, the agent is {@code agent}. */
public final class Story {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Span> spans = new ArrayList<>();
    private String instructions = "Solve the task.";
    private @Nullable String step;
    private UnaryOperator<TraceBuilder> trace = UnaryOperator.identity();

    public Story() {
        spans.add(Span.builder("agent", Operation.INVOKE_AGENT, "agent").build());
    }

    /** An agent whose instructions list a tool that finds things out and one that hands over the answer. */
    public static Story withTools() {
        return new Story().instructed("You have these tools:\n- lookup: finds a record\n- final_answer: ends the task");
    }

    public Story instructed(String text) {
        instructions = text;
        return this;
    }

    public Story trace(UnaryOperator<TraceBuilder> change) {
        trace = change;
        return this;
    }

    /** Opens a step of its own for what follows. */
    public Story step() {
        return step(builder -> builder);
    }

    public Story step(UnaryOperator<SpanBuilder> change) {
        step = add(Operation.STEP, "step", "agent", change);
        return this;
    }

    /** Ends the step. */
    public Story apart() {
        step = null;
        return this;
    }

    /** A model call that answers with this text. */
    public Story says(String reply) {
        return call(messages("user", instructions), part("assistant", reply, null, null));
    }

    /** A model call after a user's further words. */
    public Story hears(String words, String reply) {
        ArrayNode prompt = JSON.createArrayNode();
        prompt.addAll(array(messages("user", instructions)));
        prompt.addAll(array(messages("assistant", "Here it is.")));
        prompt.addAll(array(messages("user", words)));
        return call(prompt.toString(), part("assistant", reply, null, null));
    }

    /** A model call that asks for a tool. */
    public Story asks(String tool, String arguments) {
        return call(messages("user", instructions), part("assistant", "", tool, arguments));
    }

    public Story tool(String name, String input, @Nullable String output) {
        return tool(name, span -> span.input(input).output(output));
    }

    public Story failingTool(String name, String input, String error) {
        return tool(name, span -> span.input(input).status(SpanStatus.ERROR).statusMessage(error));
    }

    public Story tool(String name, UnaryOperator<SpanBuilder> change) {
        add(
                Operation.EXECUTE_TOOL,
                name,
                step == null ? "agent" : step,
                span -> change.apply(span.attribute(Attribute.TOOL_NAME, name)));
        return this;
    }

    public RecordedTrace tell() {
        return new RecordedTrace(trace.apply(Trace.builder("t1")).build(), spans);
    }

    private Story call(String input, String output) {
        add(Operation.CHAT, "chat", step == null ? "agent" : step, span -> span.input(input)
                .output(output));
        return this;
    }

    private String add(String operation, String name, String parent, UnaryOperator<SpanBuilder> change) {
        String id = "s" + spans.size();
        SpanBuilder span = Span.builder(id, operation, name).parentId(parent).position(spans.size());
        spans.add(change.apply(span).build());
        return id;
    }

    private static ArrayNode array(String json) {
        try {
            return (ArrayNode) JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messages(String role, String text) {
        return part(role, text, null, null);
    }

    private static String part(String role, String text, @Nullable String tool, @Nullable String arguments) {
        ArrayNode messages = JSON.createArrayNode();
        ObjectNode message = messages.addObject().put("role", role);
        ArrayNode parts = message.putArray("parts");
        parts.addObject().put("type", "text").put("content", text);
        if (tool != null) {
            parts.addObject().put("type", "tool_call").put("name", tool).put("arguments", arguments);
        }
        return messages.toString();
    }
}
