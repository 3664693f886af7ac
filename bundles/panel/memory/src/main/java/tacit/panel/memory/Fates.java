package tacit.panel.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;

/** What became of what a run gave, as the stores say now. Confined to one request. */
final class Fates {

    private static final int MOST = 200;

    private final MemoryStore memories;
    private final @Nullable WriteGate gate;
    private final Scope scope;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, MemoryRecord> byText = new LinkedHashMap<>();

    Fates(MemoryStore memories, @Nullable WriteGate gate, Scope scope, MemoryRecord run) {
        this.memories = memories;
        this.gate = gate;
        this.scope = scope;
        DistillRows.written(run).stream().limit(MOST).forEach(this::read);
    }

    /** One row for each thing that was written, or that waits: {@code part}, {@code id}, {@code state}, {@code what}, {@code to}. */
    List<Map<String, Object>> rows() {
        return rows;
    }

    private void read(String entry) {
        boolean waits = entry.startsWith(DistillRows.WAITS);
        String plain = waits ? entry.substring(DistillRows.WAITS.length()) : entry;
        int colon = plain.indexOf(':');
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("part", plain.substring(0, colon));
        row.put("id", plain.substring(colon + 1));
        if (waits) {
            write(row, plain.substring(colon + 1));
        } else {
            memory(row, plain.substring(colon + 1));
        }
        rows.add(row);
    }

    private void memory(Map<String, Object> row, String id) {
        MemoryRecord memory = memories.find(scope, id).orElse(null);
        if (memory == null) {
            row.put("state", "gone");
            row.put("what", "It was forgotten, or is kept elsewhere");
            return;
        }
        byText.put(memory.text(), memory);
        row.put("state", memory.state());
        row.put("what", memory.text());
        row.put("open", memory.id());
        row.put("to", "memory");
    }

    private void write(Map<String, Object> row, String id) {
        WriteGate open = gate;
        PendingWrite write = open == null ? null : open.find(scope, id).orElse(null);
        row.put("state", open == null ? "unknown" : write == null ? "gone" : write.status());
        row.put("what", write == null ? "A write that waited for approval" : write.summary());
        if (write != null) {
            row.put("open", id);
            row.put("to", "writes");
        }
    }

    /** A candidate with what became of it. */
    Map<String, Object> candidate(MemoryCandidate candidate) {
        Map<String, Object> row = DistillRows.candidate(candidate);
        MemoryRecord memory = byText.get(candidate.text());
        if (memory != null) {
            row.put("fate", "It is kept: " + memory.state().name().toLowerCase(Locale.ROOT));
            row.put("memory", memory.id());
        } else {
            row.put(
                    "fate",
                    candidate.accepted()
                            ? "No memory with these words came of this run, or it is forgotten or waits"
                            : "It is not kept");
        }
        return row;
    }
}
