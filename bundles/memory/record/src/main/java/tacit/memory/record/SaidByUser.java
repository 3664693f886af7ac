package tacit.memory.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Reads what a user said from their runs, so that quotes of it can be found. Stateless. */
final class SaidByUser {

    /** More than this of one user is not looked for: the newest runs count. */
    static final int MOST_CHARACTERS = 20_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TOMBSTONE = "[deleted sha256:";

    private final Set<String> said = new TreeSet<>();
    private long characters;

    private SaidByUser() {}

    /** Each message and each word about an outcome once. */
    static List<String> of(TraceStore traces, Scope scope) {
        SaidByUser all = new SaidByUser();
        for (String id : UserTraces.of(traces, scope)) {
            traces.find(Scope.ofWorkspace(scope.workspaceId()), id).ifPresent(all::read);
            if (all.characters > MOST_CHARACTERS) {
                break;
            }
        }
        return List.copyOf(all.said);
    }

    private void read(RecordedTrace run) {
        run.spans().stream()
                .filter(span -> !Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED)))
                .forEach(this::read);
        Outcome outcome = run.trace().outcome();
        if (outcome.source() == OutcomeSource.USER) {
            add(outcome.explanation());
        }
    }

    private void read(Span span) {
        String input = Objects.requireNonNullElse(span.input(), "").strip();
        if (input.startsWith("[") || input.startsWith("{")) {
            collect(parsed(input));
        } else if (span.operation().equals(Operation.INVOKE_AGENT)) {
            add(input);
        }
    }

    private void add(@Nullable String text) {
        if (text != null && !text.isBlank() && !text.startsWith(TOMBSTONE) && said.add(text)) {
            characters += text.length();
        }
    }

    /** What was cut off tells nobody's words apart. */
    private static @Nullable JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException cutOff) {
            return null;
        }
    }

    private void collect(@Nullable JsonNode node) {
        if (node == null) {
            return;
        }
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (node.path("messages").isArray()) {
            collect(node.path("messages"));
        } else if (node.path("role").asText().equals("user")) {
            JsonNode content = node.has("parts") ? node.path("parts") : node.path("content");
            add(content.textValue());
            List<String> parts = new ArrayList<>();
            content.forEach(part ->
                    parts.add(part.path("content").asText(part.path("text").asText())));
            parts.forEach(this::add);
        }
    }
}
