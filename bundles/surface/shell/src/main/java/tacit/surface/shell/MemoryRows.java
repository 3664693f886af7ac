package tacit.surface.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryRecord;

/** How memories, and what was learnt, look in the shell. */
final class MemoryRows {

    private MemoryRows() {}

    static Map<String, @Nullable Object> row(MemoryRecord memory) {
        return Rows.row(
                "id", memory.id(),
                "layer", memory.layer(),
                "kind", memory.kind(),
                "state", memory.state(),
                "confidence", memory.confidence(),
                "since", memory.createdAt(),
                "text", memory.text());
    }

    static Map<String, @Nullable Object> details(MemoryRecord memory) {
        Map<String, @Nullable Object> details = row(memory);
        details.put("subject", memory.subject());
        details.put("scope", memory.scope().reach() + " " + memory.scope().id());
        details.put("visibility", memory.visibility());
        details.put("lane", memory.lane());
        details.put("valid from", memory.validFrom());
        details.put("valid until", memory.validUntil());
        details.put("superseded by", memory.supersededBy());
        details.put("uses", memory.uses());
        details.put("confirmed", memory.confirmedAt());
        memory.evidence()
                .forEach(evidence -> details.put(
                        "evidence " + evidence.kind() + " " + evidence.id(), evidence.begin() + "-" + evidence.end()));
        memory.attributes().forEach((name, value) -> details.put("." + name, value));
        return details;
    }

    static Map<String, @Nullable Object> receipt(LearningReceipt receipt) {
        return Rows.row(
                "status", receipt.status(),
                "runs", receipt.traces(),
                "candidates", receipt.candidates(),
                "accepted", receipt.accepted(),
                "pruned", receipt.pruned(),
                "done", receipt.done().toString(),
                "done before", receipt.known(),
                "failures", receipt.failures().toString());
    }
}
