package tacit.memory.distill;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CandidateType;
import tacit.api.memory.Distillation;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;

/** Records runs in a real store and distils them. */
final class Recorder {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Scope SCOPE = Scope.ofDefaultWorkspace();

    final TraceStore traces;
    final MemoryStore memories;

    Recorder(Database database) {
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    TraceDistiller distiller(Map<String, ?> settings) {
        return new TraceDistiller(traces, memories, Configurations.of(TraceDistiller.Config.class, settings));
    }

    Distillation hotPath(String id) {
        return distiller(Map.of()).runHotPath(SCOPE, id, NOON);
    }

    /** A run of Nora's in which she says these things, one after another. */
    void talk(String id, String... words) {
        record(id, OutcomeLabel.UNKNOWN, trace -> trace, talkSpans(words));
    }

    static List<Span> talkSpans(String... words) {
        List<Span> spans = new ArrayList<>();
        StringBuilder messages = new StringBuilder();
        for (String text : words) {
            messages.append(messages.length() == 0 ? "" : ",").append(message("user", text));
            spans.add(Span.builder("c" + spans.size(), Operation.CHAT, "chat")
                    .position(spans.size())
                    .startedAt(NOON.plusSeconds(spans.size()))
                    .input("[" + messages + "]")
                    .output("[" + message("assistant", "The report uses PostgreSQL.") + "]")
                    .build());
        }
        return spans;
    }

    static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}";
    }

    static Span tool(String id, String name, @Nullable String error) {
        return Span.builder(id, Operation.EXECUTE_TOOL, "execute_tool " + name)
                .attribute(Attribute.TOOL_NAME, name)
                .startedAt(NOON.plusSeconds(100))
                .position(id.hashCode())
                .status(error == null ? SpanStatus.OK : SpanStatus.ERROR)
                .statusMessage(error)
                .build();
    }

    void record(String id, OutcomeLabel label, UnaryOperator<TraceBuilder> more, List<Span> spans) {
        Outcome outcome = label == OutcomeLabel.UNKNOWN ? Outcome.UNKNOWN : Outcome.of(label, OutcomeSource.GRADER);
        TraceBuilder trace = Trace.builder(id)
                .userId("nora")
                .startedAt(NOON)
                .endedAt(NOON.plusSeconds(200))
                .outcome(outcome);
        traces.append(SCOPE, List.of(TraceUpdate.of(more.apply(trace).build(), spans)));
    }

    /** Stores what was accepted, as the host would. */
    void keep(Distillation distillation) {
        for (Kept kept : distillation.effects().memories()) {
            if (kept.supersedes() == null) {
                memories.add(kept.draft());
            } else {
                memories.supersede(SCOPE, kept.supersedes(), kept.draft());
            }
        }
    }

    static List<String> texts(Distillation distillation, CandidateType type) {
        return distillation.candidates().stream()
                .filter(candidate -> candidate.type() == type)
                .map(MemoryCandidate::text)
                .toList();
    }
}
