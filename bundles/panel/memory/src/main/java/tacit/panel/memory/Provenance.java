package tacit.panel.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.memory.Evidence;

/** Where words come from, with links to what has a page of its own. */
final class Provenance {

    private Provenance() {}

    /** Rows of evidence: {@code kind}, {@code id}, {@code place}, and {@code to} and {@code open} where there is a page. */
    static List<Map<String, Object>> rows(List<Evidence> evidence) {
        return evidence.stream().map(Provenance::row).toList();
    }

    /** Rows of {@code name} and {@code value}. */
    static List<Map<String, Object>> parts(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> Map.<String, Object>of("name", part.getKey(), "value", part.getValue()))
                .toList();
    }

    private static Map<String, Object> row(Evidence evidence) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", evidence.kind());
        row.put("id", evidence.id());
        row.put("place", evidence.end() == 0 ? "the whole" : evidence.begin() + "–" + evidence.end());
        switch (evidence.kind()) {
            case TRACE -> open(row, "traces", evidence.id());
            case SPAN -> open(row, "traces", evidence.id().split("/", 2)[0]);
            case MEMORY -> open(row, "memory", evidence.id());
            default -> {}
        }
        return row;
    }

    private static void open(Map<String, Object> row, String panel, String id) {
        row.put("to", panel);
        row.put("open", id);
    }
}
