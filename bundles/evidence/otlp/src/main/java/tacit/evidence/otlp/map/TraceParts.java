package tacit.evidence.otlp.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.Emitter;
import tacit.evidence.otlp.wire.WireSpan;

/** The spans of one trace that came together. Confined to one thread. */
final class TraceParts {

    private static final List<String> RESOURCE_PREFIXES =
            List.of("service.", "deployment.", "telemetry.sdk.", "vcs.", "app.");

    private final String traceId;
    private final Map<String, WireSpan> wires = new LinkedHashMap<>();

    TraceParts(String traceId) {
        this.traceId = traceId;
    }

    /** Whether the span is new, or the same as one that is there. */
    boolean add(WireSpan span) {
        WireSpan known = wires.putIfAbsent(span.id(), span);
        return known == null || same(known, span);
    }

    private static boolean same(WireSpan left, WireSpan right) {
        return left.name().equals(right.name())
                && Objects.equals(left.parentId(), right.parentId())
                && Objects.equals(left.startedAt(), right.startedAt())
                && Objects.equals(left.endedAt(), right.endedAt())
                && left.attributes().equals(right.attributes());
    }

    int size() {
        return wires.size();
    }

    TraceUpdate update(boolean whole) {
        List<SpanDraft> drafts = wires.values().stream().map(SpanMapping::read).toList();
        List<Span> spans = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            spans.add(drafts.get(i).span(i));
        }
        RunFacts run = new RunFacts();
        drafts.stream().sorted(TraceAssembly.ROOTS_FIRST).forEach(draft -> run.addAll(draft.run()));
        SpanDraft root = drafts.stream()
                .filter(draft -> draft.wire().parentId() == null)
                .findFirst()
                .orElse(null);
        if (whole || root != null) {
            run.offer(Fact.AGENT, agent(spans));
            run.offer(Fact.AGENT, drafts.get(0).wire().emitter().text("service.name"));
        }
        resource(run, drafts.get(0).wire().emitter());
        return new TraceUpdate(trace(run, root, whole), spans, run.outcomes());
    }

    /** The name of the agent that is highest in the tree. */
    private static @Nullable String agent(List<Span> spans) {
        return spans.stream()
                .filter(span -> span.parentId() == null || span.operation().equals(Operation.INVOKE_AGENT))
                .filter(span -> span.text(Attribute.AGENT_NAME).isPresent())
                .sorted(Comparator.comparing(span -> span.parentId() != null))
                .findFirst()
                .flatMap(span -> span.text(Attribute.AGENT_NAME))
                .orElse(null);
    }

    private static void resource(RunFacts run, Emitter emitter) {
        emitter.resource().forEach((key, value) -> {
            if (RESOURCE_PREFIXES.stream().anyMatch(key::startsWith)) {
                run.attribute(key, value);
            }
        });
    }

    private Trace trace(RunFacts run, @Nullable SpanDraft root, boolean whole) {
        TraceBuilder trace = Trace.builder(traceId).startedAt(earliest());
        run.into(trace);
        if (root == null && !whole) {
            return trace.status(TraceStatus.RUNNING).build();
        }
        boolean failed = root != null && root.wire().status() == SpanStatus.ERROR;
        return trace.endedAt(latest())
                .status(failed ? TraceStatus.FAILED : TraceStatus.COMPLETED)
                .build();
    }

    private @Nullable Instant earliest() {
        return wires.values().stream()
                .map(WireSpan::startedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private @Nullable Instant latest() {
        return wires.values().stream()
                .map(WireSpan::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
