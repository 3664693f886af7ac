package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.model.ModelAnswer;

/** Writes contexts as agents read them. */
final class ContextViews {

    private ContextViews() {}

    static Map<String, @Nullable Object> of(
            String id, AssembledContext context, @Nullable ModelAnswer model, int budget, @Nullable Long generation) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("contextId", id);
        envelope.put("blocks", context.blocks().stream().map(ContextViews::of).toList());
        envelope.put("tokens", context.tokens());
        envelope.put("budget", budget);
        envelope.put("budgets", context.explanation().budgets());
        envelope.put("generation", generation);
        if (model != null && model.chosen()) {
            envelope.put("model", model.model());
        }
        envelope.put("attribution", context.attribution());
        envelope.put("explanations", explanations(context.explanation()));
        return envelope;
    }

    private static Map<String, Object> of(AssembledContext.Block block) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", block.kind());
        view.put("text", block.text());
        view.put("tokens", block.tokens());
        view.put("sources", block.memoryIds());
        view.put("pieces", block.pieces().stream().map(ContextViews::of).toList());
        return view;
    }

    private static Map<String, Object> of(AssembledContext.Piece piece) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("begin", piece.begin());
        view.put("end", piece.end());
        view.put("source", piece.source());
        view.put("subject", piece.key());
        view.put("memories", piece.memoryIds());
        return view;
    }

    private static List<Map<String, Object>> explanations(ContextExplanation explanation) {
        List<Map<String, Object>> views = new ArrayList<>();
        explanation.lines().forEach(line -> views.add(of(line)));
        explanation.failures().forEach(failure -> views.add(view(failure.source(), "missing", failure.reason())));
        return views;
    }

    private static Map<String, Object> of(ContextExplanation.Line line) {
        Map<String, Object> view = view(line.key(), line.kept() ? "kept" : "dropped", line.reason());
        view.put("source", line.source());
        view.put("layer", line.layer());
        view.put("tokens", line.tokens());
        view.put("score", line.score());
        view.put("parts", line.parts());
        return view;
    }

    private static Map<String, Object> view(String subject, String decision, String reason) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("subject", subject);
        view.put("decision", decision);
        view.put("reason", reason);
        return view;
    }
}
