package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamingSituation;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Takes from the last runs of an owner what users said, and calls of tools that were put right. Stateless. */
final class Spans {

    private static final int LONGEST = 2_000;
    private static final String ARGUMENTS = "gen_ai.tool.call.arguments";

    private final TraceStore traces;
    private final int mostRuns;

    Spans(TraceStore traces, int mostRuns) {
        this.traces = traces;
        this.mostRuns = mostRuns;
    }

    /** The runs of a workspace that are agents' work, the newest first. */
    List<Trace> runs(String workspaceId) {
        return traces.list(Scope.ofWorkspace(workspaceId), TraceFilter.ALL, PageRequest.first(mostRuns)).rows().stream()
                .filter(run ->
                        !run.text(Attribute.OWN_RUN).filter("true"::equals).isPresent())
                .toList();
    }

    /**
     * Steps of an owner's runs, the newest run first.
     *
     * @param owner null for nobody's
     * @param only this run alone; null for all
     */
    List<DreamEvidence> of(String workspaceId, @Nullable String owner, @Nullable String only) {
        List<DreamEvidence> all = new ArrayList<>();
        for (Trace run : runs(workspaceId)) {
            boolean wanted = only == null || run.id().equals(only);
            if (wanted && Objects.equals(run.userId(), owner) && all.size() < DreamingSituation.MOST_SPANS) {
                traces.find(Scope.ofWorkspace(workspaceId), run.id()).ifPresent(whole -> all.addAll(of(whole)));
            }
        }
        return all.stream().limit(DreamingSituation.MOST_SPANS).toList();
    }

    private static List<DreamEvidence> of(RecordedTrace run) {
        List<DreamEvidence> steps = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        List<Span> calls = new ArrayList<>();
        for (Span span : run.spans()) {
            if (span.operation().equals(Operation.EXECUTE_TOOL)) {
                calls.add(span);
            } else if (!Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED))) {
                List<String> fresh = Messages.ofUser(span).stream()
                        .filter(said::add)
                        .filter(Spans::states)
                        .toList();
                if (!fresh.isEmpty()) {
                    steps.add(step(run, span, String.join("\n", fresh), TrustLane.STATEMENT));
                }
            }
        }
        steps.addAll(mended(run, calls));
        return steps;
    }

    /** A single question states nothing. */
    private static boolean states(String words) {
        return !words.endsWith("?") || words.indexOf('.') >= 0;
    }

    /** Calls that failed, each with the next one of the same tool that did not. */
    private static List<DreamEvidence> mended(RecordedTrace run, List<Span> calls) {
        Set<Span> wanted = new LinkedHashSet<>();
        for (int i = 0; i < calls.size(); i++) {
            Span failed = calls.get(i);
            if (!error(failed).isEmpty()) {
                calls.subList(i + 1, calls.size()).stream()
                        .filter(next -> error(next).isEmpty() && next.tool().equals(failed.tool()))
                        .findFirst()
                        .ifPresent(worked -> {
                            wanted.add(failed);
                            wanted.add(worked);
                        });
            }
        }
        return wanted.stream()
                .map(span -> step(run, span, "", TrustLane.FOREIGN))
                .toList();
    }

    private static DreamEvidence step(RecordedTrace run, Span span, String words, TrustLane lane) {
        TreeMap<String, String> parts = new TreeMap<>();
        parts.put(DreamEvidence.TRACE, run.trace().id());
        span.tool().ifPresent(tool -> parts.put(DreamEvidence.TOOL, tool));
        String arguments = span.text(ARGUMENTS).orElse(span.input() == null ? "" : span.input());
        if (span.operation().equals(Operation.EXECUTE_TOOL) && !arguments.isBlank()) {
            parts.put(DreamEvidence.ARGUMENTS, Gathering.bounded(Arguments.plain(arguments), LONGEST));
        }
        if (!error(span).isEmpty()) {
            parts.put(DreamEvidence.ERROR, Gathering.bounded(error(span), LONGEST));
        }
        String text = words.isEmpty() ? span.name() + " " + parts.getOrDefault(DreamEvidence.ARGUMENTS, "") : words;
        return new DreamEvidence(
                "span:" + run.trace().id() + "/" + span.id(),
                DreamEvidence.Kind.SPAN,
                Gathering.bounded(text, LONGEST),
                at(run, span),
                lane,
                parts);
    }

    private static Instant at(RecordedTrace run, Span span) {
        Instant begun = span.startedAt() == null ? run.trace().startedAt() : span.startedAt();
        return begun == null ? Instant.EPOCH : begun;
    }

    private static String error(Span span) {
        if (span.status() != SpanStatus.ERROR) {
            return "";
        }
        String words = span.statusMessage() == null ? "" : span.statusMessage();
        return words.isEmpty() ? Objects.requireNonNullElse(span.errorType(), "failed") : words;
    }
}
