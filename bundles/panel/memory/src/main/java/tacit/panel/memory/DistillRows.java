package tacit.panel.memory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryRecord;

/** How runs of distilling and their candidates look. Pure functions. */
final class DistillRows {

    /** Before what waits for an approval, in the note of what was written. */
    static final String WAITS = "~";

    private DistillRows() {}

    static Map<String, Object> of(MemoryRecord run) {
        List<String> written = written(run);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", run.attribute("trace").orElse(run.id()));
        row.put("title", run.attribute("trace").orElse("several runs"));
        row.put("kind", run.kind());
        row.put("mode", word(run, "mode"));
        row.put("status", word(run, "status"));
        for (String count : List.of("traces", "candidates", "accepted", "pruned")) {
            run.attribute(count)
                    .filter(text -> text.matches("\\d{1,9}"))
                    .ifPresent(text -> row.put(count, Long.parseLong(text)));
        }
        row.put(
                "written",
                written.stream().filter(entry -> !entry.startsWith(WAITS)).count());
        row.put(
                "waiting",
                written.stream().filter(entry -> entry.startsWith(WAITS)).count());
        row.put("at", run.updatedAt());
        return row;
    }

    /** What came of a run: {@code part:id}, or the same behind {@value #WAITS}. */
    static List<String> written(MemoryRecord run) {
        return Arrays.stream(run.attribute("written").orElse("").split(" ", -1))
                .filter(entry -> entry.indexOf(':') > 0)
                .toList();
    }

    static Map<String, Object> candidate(MemoryCandidate candidate) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", candidate.text());
        row.put("type", candidate.type());
        row.put("accepted", candidate.accepted() ? "accepted" : "rejected");
        row.put("reason", candidate.reason());
        row.put("lane", candidate.lane());
        row.put("asked", candidate.explicit() ? "yes" : "no");
        row.put("confidence", candidate.confidence());
        row.put("novelty", candidate.novelty());
        row.put("stability", candidate.stability());
        row.put("evidence", Provenance.rows(candidate.evidence()));
        return row;
    }

    private static String word(MemoryRecord run, String attribute) {
        return run.attribute(attribute).orElse("unknown").toLowerCase(Locale.ROOT);
    }
}
