package tacit.panel.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.harness.Decision;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.TraceDecisions;

/** What was decided about the calls of a run. Decisions are recorded of all workspaces, so only those who run the host see them. Immutable. */
record CallDecisions(@Nullable TraceDecisions decisions) {

    /** Values of the page: {@code decided}, the rows, and {@code decidable}: {@code seen}, {@code told} that it is not for them, or {@code unknown}. */
    Map<String, Object> values(Principal principal, RecordedTrace run) {
        TraceDecisions open = decisions;
        boolean host =
                principal.role() == AccessRole.OPERATOR && principal.scope().equals(Scope.ofDefaultWorkspace());
        if (open == null || !host) {
            return Map.of("decided", List.of(), "decidable", open == null ? "unknown" : "told");
        }
        Map<String, String> names = run.spans().stream().collect(Collectors.toMap(Span::id, Span::name, (a, b) -> a));
        List<Map<String, Object>> rows = open.of(run).stream()
                .map(one -> row(one.decision(), names.getOrDefault(one.spanId(), one.spanId())))
                .toList();
        return Map.of("decided", rows, "decidable", "seen");
    }

    private static Map<String, Object> row(Decision decision, String call) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("call", call);
        row.put("at", decision.situation().clock());
        row.put("answer", TraceFacts.cut(decision.output()));
        row.put("took", decision.took());
        row.put("generation", decision.generation());
        row.put("id", decision.id());
        return row;
    }
}
