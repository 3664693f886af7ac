package tacit.evidence.otlp.map;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeSource;

/** Reads {@code gen_ai.evaluation.result}: what a grader or a user said. */
public final class Evaluations {

    public static final String EVENT = "gen_ai.evaluation.result";

    private static final String PREFIX = "gen_ai.evaluation.";

    private Evaluations() {}

    /** The statement about a span, or about the whole trace where {@code spanId} is null. */
    public static Outcome outcome(Map<String, Object> attributes, @Nullable String spanId, @Nullable Instant at) {
        return outcome(new Draft(attributes), spanId, at);
    }

    static Outcome outcome(Draft attributes, @Nullable String spanId, @Nullable Instant at) {
        Object score = attributes.take(PREFIX + "score.value");
        Double grade = score != null && Draft.number(score) instanceof Number number ? number.doubleValue() : null;
        String source = attributes.takeText("tacit.outcome.source");
        return new Outcome(
                OutcomeWords.label(attributes.takeText(PREFIX + "score.label"), grade),
                grade,
                "user".equalsIgnoreCase(source) ? OutcomeSource.USER : OutcomeSource.GRADER,
                attributes.takeText(PREFIX + "name"),
                attributes.takeText(PREFIX + "explanation"),
                spanId,
                at);
    }
}
