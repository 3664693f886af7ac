package tacit.learn.mine.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.Reading;

/** The facts about all model calls of a trace and what they led to. Only read once it is written. */
public final class FactSheet {

    private static final List<FactFinder> FINDERS = List.of(
            new PlaceFacts(),
            new PlanFacts(),
            new CallFacts(),
            new ErrorFacts(),
            new ResultFacts(),
            new RepeatFacts(),
            new AnswerFacts(),
            new WordFacts(),
            new EchoFacts());

    private final Reading reading;
    private final Map<String, SpanFacts> facts = new LinkedHashMap<>();

    private FactSheet(Reading reading) {
        this.reading = reading;
    }

    /** States the facts of a trace. */
    public static FactSheet of(RecordedTrace trace) {
        FactSheet sheet = new FactSheet(Reading.of(trace));
        for (FactFinder finder : FINDERS) {
            for (AgentRun run : sheet.reading.runs()) {
                finder.find(run, sheet);
            }
        }
        return sheet;
    }

    public Reading reading() {
        return reading;
    }

    /** The facts of one span; none when nothing is known. */
    public SpanFacts of(Span span) {
        return facts.getOrDefault(span.id(), new SpanFacts());
    }

    /** Where a finder writes the facts of one span. */
    SpanFacts at(Span span) {
        return facts.computeIfAbsent(span.id(), id -> new SpanFacts());
    }

    /** Every span that something is known of. */
    public Map<String, SpanFacts> all() {
        return Collections.unmodifiableMap(facts);
    }
}
