package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;

/** Writes what is recalled as agents read it. */
final class RecallViews {

    private RecallViews() {}

    static Map<String, Object> of(RecallAnswer answer) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("query", answer.query());
        view.put("workspaceId", answer.workspaceId());
        view.put("generatedAt", answer.at().toString());
        view.put("results", answer.hits().stream().map(RecallViews::of).toList());
        view.put("failures", failures(answer.failures()));
        view.put("vectors", answer.vectors());
        return view;
    }

    private static Map<String, Object> of(RecallHit hit) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sourceType", hit.type());
        view.put("objectId", hit.id());
        if (hit.taskId() != null) {
            view.put("taskId", hit.taskId());
        }
        view.put("timestamp", hit.at().toString());
        view.put("rank", hit.rank());
        view.put("snippet", hit.snippet());
        view.put("title", hit.title());
        view.put("sourceLabel", hit.label());
        view.put("lane", hit.lane().name().toLowerCase(Locale.ROOT));
        view.put("metadata", hit.attributes());
        view.put("relevance", hit.relevance());
        view.put("recency", hit.recency());
        view.put(
                "reasons",
                hit.reasons().stream()
                        .map(reason ->
                                row("feature", reason.feature(), "value", reason.value(), "share", reason.share()))
                        .toList());
        return view;
    }

    static Map<String, Object> of(ToolAnswer answer) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("results", answer.rows());
        view.put("failures", failures(answer.failures()));
        return view;
    }

    static Map<String, Object> of(RecallTool tool) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", tool.name());
        view.put("summary", tool.summary());
        view.put("changes", tool.changes());
        view.put(
                "parameters",
                tool.parameters().stream()
                        .map(parameter -> row(
                                "name",
                                parameter.name(),
                                "kind",
                                parameter.kind().name().toLowerCase(Locale.ROOT),
                                "required",
                                parameter.required(),
                                "summary",
                                parameter.summary()))
                        .toList());
        return view;
    }

    private static List<Map<String, Object>> failures(List<Failure> failures) {
        return failures.stream()
                .map(failure -> row("part", failure.part(), "reason", failure.reason()))
                .toList();
    }

    /** Names and values in turns, in this order. */
    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }
}
