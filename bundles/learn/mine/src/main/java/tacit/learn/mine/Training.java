package tacit.learn.mine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tacit.api.learn.Triage;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.facts.FactSheet;
import tacit.learn.mine.triage.Example;
import tacit.learn.mine.triage.TriageModel;

/** Turns operators' statements into a model, with the traces that they speak of. */
public final class Training {

    private final Detection detection;

    public Training(Detection detection) {
        this.detection = detection;
    }

    /**
     * Learns from all statements on spans whose trace is still there.
     *
     * @param traces finds a trace by its id
     */
    public Taught learn(List<Triage> statements, Function<String, Optional<RecordedTrace>> traces) {
        Map<String, List<Triage>> byTrace = new LinkedHashMap<>();
        for (Triage statement : statements) {
            byTrace.computeIfAbsent(statement.traceId(), id -> new ArrayList<>())
                    .add(statement);
        }
        Map<String, List<Example>> examples = new TreeMap<>();
        byTrace.forEach((traceId, words) -> traces.apply(traceId).ifPresent(trace -> collect(trace, words, examples)));
        return Taught.of(TriageModel.train(examples), statements);
    }

    private void collect(RecordedTrace trace, List<Triage> words, Map<String, List<Example>> examples) {
        FactSheet sheet = FactSheet.of(trace);
        Map<Place, Sighting> seen = Judgement.byPlace(detection.sightings(trace));
        for (Triage word : words) {
            String spanId = word.spanId();
            if (spanId != null && sheet.all().containsKey(spanId)) {
                Example example = new Example(
                        sheet.all().get(spanId).features(), Judgement.prior(seen, Place.of(word)), word.failure());
                examples.computeIfAbsent(word.category(), kind -> new ArrayList<>())
                        .add(example);
            }
        }
    }
}
