package tacit.memory.recall.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Runs of tests. */
final class Runs {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Runs() {}

    /** A user says something and the agent answers, after it called a tool. */
    static TraceUpdate asked(String id, @Nullable String user, String question, String answer) {
        return TraceUpdate.of(
                trace(id, user),
                List.of(
                        chat("c1", 1, messages("user", question), messages("assistant", answer)),
                        tool("x1", 3, "{\"path\":\"src/api/Deploy.java\"}", "class Deploy {}")));
    }

    static Trace trace(String id, @Nullable String user) {
        return Trace.builder(id)
                .sessionId("s-" + id)
                .userId(user)
                .agent("clerk")
                .startedAt(START)
                .build();
    }

    static RecordedTrace recorded(Trace trace, Span... spans) {
        return new RecordedTrace(trace, List.of(spans));
    }

    static Span chat(String id, int second, @Nullable String input, @Nullable String output) {
        return Span.builder(id, Operation.CHAT, "chat")
                .startedAt(START.plusSeconds(second))
                .endedAt(START.plusSeconds(second + 1))
                .input(input)
                .output(output)
                .build();
    }

    static Span tool(String id, int second, String input, String output) {
        return Span.builder(id, Operation.EXECUTE_TOOL, "execute_tool read_file")
                .startedAt(START.plusSeconds(second))
                .endedAt(START.plusSeconds(second + 1))
                .input(input)
                .output(output)
                .attributes(Map.of(Attribute.TOOL_NAME, "read_file"))
                .build();
    }

    /** Roles and texts in turns as messages. */
    static String messages(String... said) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < said.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"role\":\"")
                    .append(said[i])
                    .append("\",\"parts\":[{\"type\":\"text\",\"content\":\"")
                    .append(said[i + 1])
                    .append("\"}]}");
        }
        return json.append(']').toString();
    }
}
