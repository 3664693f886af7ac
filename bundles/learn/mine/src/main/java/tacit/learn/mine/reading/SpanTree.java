package tacit.learn.mine.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/** The spans of a trace as a tree, without context that Tacit injected. Immutable. */
public final class SpanTree {

    private static final int DEEPEST = 500;

    private final List<Span> spans;
    private final Map<String, Span> byId = new HashMap<>();
    private final Map<String, List<Span>> children = new HashMap<>();
    private final Map<String, Integer> modelCalls = new HashMap<>();

    public SpanTree(RecordedTrace trace) {
        spans = trace.spans().stream()
                .filter(span -> !Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED)))
                .toList();
        spans.forEach(span -> byId.put(span.id(), span));
        for (Span span : spans) {
            children.computeIfAbsent(parentKey(span), key -> new ArrayList<>()).add(span);
            if (isModelCall(span)) {
                modelCalls.merge(parentKey(span), 1, Integer::sum);
            }
        }
    }

    public List<Span> spans() {
        return spans;
    }

    /** The parts of a span, in order. */
    public List<Span> children(Span span) {
        return children.getOrDefault(span.id(), List.of());
    }

    /** Whether no other model call shares this one's parent. */
    public boolean isOnlyModelCall(Span span) {
        return modelCalls.getOrDefault(parentKey(span), 0) == 1;
    }

    public @Nullable Span parent(Span span) {
        return span.parentId() == null ? null : byId.get(span.parentId());
    }

    /** The innermost agent that a span belongs to; null outside any. */
    public @Nullable Span agentOf(Span span) {
        Span above = parent(span);
        for (int level = 0; above != null && level < DEEPEST; level++) {
            if (isAgent(above)) {
                return above;
            }
            above = parent(above);
        }
        return null;
    }

    /** How many agents stand above this one. */
    public int agentDepth(@Nullable Span agent) {
        int depth = 0;
        for (Span above = agent; above != null && depth < DEEPEST; above = agentOf(above)) {
            depth++;
        }
        return Math.max(0, depth - 1);
    }

    public long agents() {
        return spans.stream().filter(SpanTree::isAgent).count();
    }

    public static boolean isAgent(Span span) {
        return span.operation().equals(Operation.INVOKE_AGENT);
    }

    public static boolean isTool(Span span) {
        return span.operation().equals(Operation.EXECUTE_TOOL)
                || span.operation().equals(Operation.RETRIEVAL);
    }

    public static boolean isModelCall(Span span) {
        return switch (span.operation()) {
            case Operation.CHAT, Operation.GENERATE_CONTENT, Operation.TEXT_COMPLETION -> true;
            default -> false;
        };
    }

    private String parentKey(Span span) {
        return span.parentId() == null || !byId.containsKey(span.parentId()) ? "" : span.parentId();
    }
}
