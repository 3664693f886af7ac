package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence as rows: what each refers to, and the page of it where Mission Control has one. */
final class References {

    /** The panel of a kind. */
    private static final Map<String, String> PANELS = Map.ofEntries(
            Map.entry("trace", "traces"),
            Map.entry("task", "tasks"),
            Map.entry("memory", "memory"),
            Map.entry("write", "writes"),
            Map.entry("dream", "dreams"),
            Map.entry("cluster", "clusters"),
            Map.entry("experiment", "experiments"),
            Map.entry("generation", "generations"),
            Map.entry("eval", "evals"),
            Map.entry("suggestion", "suggestions"),
            Map.entry("signal", "signals"),
            Map.entry("dispatch", "dispatches"),
            Map.entry("reflection", "reflection"),
            Map.entry("profile", "profiles"),
            Map.entry("approval", "approvals"));

    /** Kinds whose lineage is known, by the same word. */
    private static final Set<String> LINEAGE =
            Set.of("trace", "cluster", "failure", "experiment", "generation", "eval_case", "replay_case");

    private References() {}

    /** Rows of {@code kind} and {@code id}, with {@code to}, {@code place}, {@code part} and {@code open}, and with {@code lineage}, where there is such a page. */
    static List<Map<String, Object>> rows(List<String> references) {
        return references.stream().map(References::row).toList();
    }

    /** One such row. */
    static Map<String, Object> row(String reference) {
        int colon = reference.indexOf(':');
        String kind = colon < 1 ? "" : reference.substring(0, colon);
        String id = reference.substring(colon + 1);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.put("id", id);
        String panel = PANELS.get(kind);
        if (panel != null && !id.isEmpty()) {
            row.put("to", panel);
            row.put("open", "Open");
            place(row, kind, id);
        }
        if (LINEAGE.contains(kind) && !id.isEmpty()) {
            row.put("lineage", "Lineage");
        }
        return row;
    }

    private static void place(Map<String, Object> row, String kind, String id) {
        if (kind.equals("reflection")) {
            row.put("place", ReflectionPanel.RUNS);
            row.put("part", id);
        } else {
            row.put("place", id);
        }
    }
}
