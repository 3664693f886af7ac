package tacit.panel.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/** The spans of a run as bars over its time; by their order where nothing says when they were. */
final class Waterfall {

    /** More spans are not shown at once. */
    static final int MOST = 400;

    private static final int DEEPEST = 20;

    private final Map<String, Span> spans = new HashMap<>();
    private final @Nullable Instant begin;
    private final double total;

    private Waterfall(RecordedTrace recorded) {
        recorded.spans().forEach(span -> spans.put(span.id(), span));
        begin = recorded.spans().stream()
                .map(Span::startedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        Instant end = recorded.spans().stream()
                .map(Span::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        total = begin == null || end == null ? 0 : Duration.between(begin, end).toNanos();
    }

    static List<Map<String, Object>> of(RecordedTrace recorded) {
        Waterfall waterfall = new Waterfall(recorded);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Span> shown = recorded.spans().stream().limit(MOST).toList();
        for (Span span : shown) {
            rows.add(waterfall.row(span, rows.size(), shown.size()));
        }
        return rows;
    }

    /** The spans by which Tacit put something into prompts. */
    static List<Map<String, Object>> injected(RecordedTrace recorded) {
        return recorded.spans().stream()
                .filter(span -> span.text(Attribute.INJECTED).isPresent())
                .limit(MOST)
                .map(span -> Map.<String, Object>of(
                        "name", span.name(), "text", TraceFacts.cut(Objects.requireNonNullElse(span.output(), ""))))
                .toList();
    }

    private Map<String, Object> row(Span span, int place, int all) {
        boolean timed = begin != null && span.startedAt() != null && total > 0;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", span.id());
        row.put("name", span.tool().orElse(span.name()));
        row.put("depth", depth(span));
        row.put("begin", timed ? Duration.between(begin, span.startedAt()).toNanos() / total : (double) place / all);
        row.put("length", timed ? span.duration().toNanos() / total : 1.0 / all);
        row.put("took", span.startedAt() == null ? "" : span.duration());
        row.put("tone", span.status() == SpanStatus.ERROR ? "bad" : "plain");
        row.put("facts", facts(span));
        row.put("parts", parts(span));
        return row;
    }

    private int depth(Span span) {
        int depth = 0;
        Span parent = span.parentId() == null ? null : spans.get(span.parentId());
        while (parent != null && depth < DEEPEST) {
            depth++;
            parent = parent.parentId() == null ? null : spans.get(parent.parentId());
        }
        return depth;
    }

    private static List<Map<String, Object>> facts(Span span) {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(Map.of("name", "Operation", "value", span.operation()));
        facts.add(Map.of("name", "Name", "value", span.name()));
        facts.add(Map.of("name", "Status", "kind", "badge", "value", span.status()));
        if (span.errorType() != null) {
            facts.add(Map.of("name", "Error", "value", span.errorType()));
        }
        if (span.statusMessage() != null) {
            facts.add(Map.of("name", "Says", "value", span.statusMessage()));
        }
        if (span.tokens() > 0) {
            facts.add(Map.of("name", "Tokens", "kind", "number", "value", span.tokens()));
        }
        if (span.startedAt() != null) {
            facts.add(Map.of("name", "Started", "kind", "time", "value", span.startedAt()));
        }
        return facts;
    }

    private static List<Map<String, Object>> parts(Span span) {
        List<Map<String, Object>> parts = new ArrayList<>();
        part(parts, "Input", span.input());
        part(parts, "Output", span.output());
        if (!span.attributes().isEmpty()) {
            part(parts, "Attributes", lines(span.attributes()));
        }
        return parts;
    }

    private static String lines(Map<String, Object> attributes) {
        StringBuilder lines = new StringBuilder();
        attributes.forEach(
                (name, value) -> lines.append(name).append(" = ").append(value).append('\n'));
        return lines.toString();
    }

    private static void part(List<Map<String, Object>> parts, String title, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(Map.of("title", title, "text", TraceFacts.cut(text)));
        }
    }
}
