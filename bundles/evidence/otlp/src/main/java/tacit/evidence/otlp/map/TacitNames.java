package tacit.evidence.otlp.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeSource;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.Emitter;

/** The attributes that Tacit itself defines, on a span or on its resource. */
public final class TacitNames implements Convention {

    private static final Map<String, Fact> FACTS = Map.of(
            "tacit.session", Fact.SESSION,
            "tacit.user", Fact.USER,
            "tacit.agent", Fact.AGENT,
            "tacit.channel", Fact.CHANNEL,
            "tacit.profile", Fact.PROFILE,
            "tacit.task.key", Fact.TASK_KEY,
            "tacit.task_key", Fact.TASK_KEY,
            "tacit.harness.generation", Fact.HARNESS_GENERATION,
            "tacit.harness_generation", Fact.HARNESS_GENERATION);

    private static final List<String> RUN_TEXTS =
            List.of(Attribute.AUDIENCE, Attribute.BATCH, Attribute.ORG, Attribute.TARGET, Attribute.TIME_ZONE);

    /** What a sender says of all its runs. */
    public static void sender(RunFacts run, Emitter emitter) {
        FACTS.forEach((key, fact) -> run.offer(fact, emitter.text(key)));
        RUN_TEXTS.forEach(key -> run.attribute(key, emitter.text(key)));
    }

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        FACTS.forEach((key, fact) -> span.run().offer(fact, attributes.takeText(key)));
        RUN_TEXTS.forEach(key -> span.run().attribute(key, attributes.takeText(key)));
        // A list, or a text with commas between
        span.run().attribute(Attribute.PLAYBOOK_USED, attributes.take(Attribute.PLAYBOOK_USED));
        sender(span.run(), span.wire().emitter());
        Object trial = attributes.take(Attribute.TRIAL);
        span.run().attribute(Attribute.TRIAL, trial == null ? null : Draft.number(trial));
        span.run().attribute(Attribute.OWN_RUN, flag(attributes.take(Attribute.OWN_RUN)));
        Boolean injected = flag(attributes.take(Attribute.INJECTED));
        attributes.put(Attribute.INJECTED, injected);
        outcome(span);
    }

    private static @Nullable Boolean flag(@Nullable Object value) {
        return value == null ? null : Boolean.valueOf(String.valueOf(value));
    }

    private static void outcome(SpanDraft span) {
        Draft attributes = span.attributes();
        String label = attributes.takeText("tacit.outcome");
        Object score = attributes.take("tacit.outcome.score");
        Double grade = score != null && Draft.number(score) instanceof Number number ? number.doubleValue() : null;
        String reason = attributes.takeText("tacit.outcome.reason");
        if (label != null || grade != null) {
            span.run()
                    .outcome(new Outcome(
                            OutcomeWords.label(label, grade),
                            grade,
                            OutcomeSource.AGENT,
                            attributes.takeText("tacit.outcome.name"),
                            reason,
                            null,
                            span.wire().endedAt()));
        }
    }
}
