package tacit.surface.gateway.rest.distill;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryRecord;
import tacit.surface.gateway.rest.reply.Views;

/** How looks at runs are shown as JSON. Pure functions. */
final class DistillViews {

    private DistillViews() {}

    /** A look that was noted; its record holds counts, and no words of a run. */
    static Map<String, Object> look(MemoryRecord note) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", note.id());
        fields.put("kind", note.kind());
        note.attribute("mode").ifPresent(mode -> fields.put("mode", mode.toLowerCase(Locale.ROOT)));
        note.attribute("status").ifPresent(status -> fields.put("status", status.toLowerCase(Locale.ROOT)));
        note.attribute("trace").ifPresent(trace -> fields.put("traceId", trace));
        count(fields, note, "traces", "runs");
        count(fields, note, "candidates", "candidates");
        count(fields, note, "accepted", "accepted");
        count(fields, note, "pruned", "pruned");
        fields.put("at", note.updatedAt().toString());
        return fields;
    }

    private static void count(Map<String, Object> fields, MemoryRecord note, String attribute, String name) {
        note.attribute(attribute)
                .filter(count -> count.matches("\\d{1,18}"))
                .ifPresent(count -> fields.put(name, Long.parseLong(count)));
    }

    static Map<String, Object> receipt(LearningReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", Views.word(receipt.status()));
        fields.put("runs", receipt.traces());
        fields.put("candidates", receipt.candidates());
        fields.put("accepted", receipt.accepted());
        fields.put("pruned", receipt.pruned());
        fields.put("done", receipt.done());
        fields.put("doneBefore", receipt.known());
        fields.put("failures", receipt.failures());
        fields.put("written", receipt.written());
        fields.put("waiting", receipt.waiting());
        return fields;
    }
}
