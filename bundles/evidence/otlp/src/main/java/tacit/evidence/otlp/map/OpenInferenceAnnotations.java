package tacit.evidence.otlp.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeSource;

/** Turns the annotations and evaluations that OpenInference spans carry into outcomes. */
final class OpenInferenceAnnotations {

    private static final List<String> KINDS = List.of("annotation", "evaluation");

    private OpenInferenceAnnotations() {}

    static void read(SpanDraft span) {
        for (String kind : KINDS) {
            take(
                    span,
                    "",
                    kind,
                    span.wire().parentId() == null ? null : span.wire().id());
            take(span, "trace.", kind, null);
            take(span, "session.", kind, null);
        }
    }

    private static void take(SpanDraft span, String target, String kind, @Nullable String spanId) {
        String prefix = target + kind + "s.";
        Indexed.take(span.attributes(), prefix).values().forEach(fields -> {
            Outcome outcome = outcome(fields, kind + ".", spanId, span);
            span.run().outcome(outcome);
        });
    }

    private static Outcome outcome(Draft fields, String prefix, @Nullable String spanId, SpanDraft span) {
        Object score = fields.take(prefix + "score");
        Double grade = score != null && Draft.number(score) instanceof Number number ? number.doubleValue() : null;
        String annotator = fields.takeText(prefix + "annotator_kind");
        return new Outcome(
                OutcomeWords.label(fields.takeText(prefix + "label"), grade),
                grade,
                "HUMAN".equalsIgnoreCase(annotator) ? OutcomeSource.USER : OutcomeSource.GRADER,
                fields.takeText(prefix + "name"),
                fields.takeText(prefix + "explanation"),
                spanId,
                span.wire().endedAt());
    }
}
