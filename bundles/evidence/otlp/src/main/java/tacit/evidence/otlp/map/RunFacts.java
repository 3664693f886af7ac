package tacit.evidence.otlp.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.TraceBuilder;

/** What single spans say about the run as a whole: the first to say something is believed. Confined to one thread. */
public final class RunFacts {

    /** What may be said. */
    public enum Fact {
        SESSION,
        USER,
        AGENT,
        CHANNEL,
        PROFILE,
        TASK_KEY,
        HARNESS_GENERATION
    }

    private final Map<Fact, String> facts = new LinkedHashMap<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    public void offer(Fact fact, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.putIfAbsent(fact, value);
        }
    }

    public void attribute(String key, @Nullable Object value) {
        if (value != null) {
            attributes.putIfAbsent(key, value);
        }
    }

    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** Adds what another has to say. */
    void addAll(RunFacts other) {
        other.facts.forEach(facts::putIfAbsent);
        other.attributes.forEach(attributes::putIfAbsent);
        outcomes.addAll(other.outcomes);
    }

    /** Writes all of it but the outcomes into a trace. */
    public void into(TraceBuilder trace) {
        trace.sessionId(facts.get(Fact.SESSION))
                .userId(facts.get(Fact.USER))
                .agent(facts.get(Fact.AGENT))
                .channel(facts.get(Fact.CHANNEL))
                .profileId(facts.get(Fact.PROFILE))
                .taskKey(facts.get(Fact.TASK_KEY))
                .harnessGeneration(facts.get(Fact.HARNESS_GENERATION));
        attributes.forEach(trace::attribute);
    }
}
