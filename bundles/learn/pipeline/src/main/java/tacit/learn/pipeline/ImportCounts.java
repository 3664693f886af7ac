package tacit.learn.pipeline;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceUpdate;

/** Counts what was read, trace by trace, also where a trace came in several parts. Confined to the reading thread. */
final class ImportCounts {

    private final Map<String, Boolean> isNew = new HashMap<>();
    private final Map<String, Boolean> changed = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private long spans;
    private long refusedTraces;

    void stored(TraceUpdate update, AppendResult result) {
        String id = result.traceId();
        isNew.merge(id, result.traceIsNew(), Boolean::logicalOr);
        changed.merge(id, !result.duplicate(), Boolean::logicalOr);
        spans += update.spans().size();
        hear(id, update.trace().outcome());
        update.outcomes().forEach(outcome -> hear(id, outcome));
    }

    private void hear(String id, Outcome outcome) {
        outcomes.merge(id, outcome, (known, heard) -> heard.outweighs(known) ? heard : known);
    }

    void refusedTrace() {
        refusedTraces++;
    }

    long read() {
        return isNew.size();
    }

    long fresh() {
        return isNew.values().stream().filter(value -> value).count();
    }

    /** Traces of which everything was there already. */
    long duplicate() {
        return changed.values().stream().filter(value -> !value).count();
    }

    long refused() {
        return refusedTraces;
    }

    long spans() {
        return spans;
    }

    /** Traces that were read, by how they turned out. */
    Map<OutcomeLabel, Long> outcomes() {
        Map<OutcomeLabel, Long> counts = new EnumMap<>(OutcomeLabel.class);
        List.of(OutcomeLabel.values()).forEach(label -> counts.put(label, 0L));
        outcomes.values().forEach(outcome -> counts.merge(outcome.label(), 1L, Long::sum));
        return counts;
    }
}
