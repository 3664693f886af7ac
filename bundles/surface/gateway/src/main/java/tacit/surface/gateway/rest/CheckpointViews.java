package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Packet;
import tacit.api.recall.Checkpoint.Said;
import tacit.api.recall.Checkpoint.Structured;
import tacit.api.recall.CheckpointReceipt;

/** Writes states of runs as agents' hosts read them. */
final class CheckpointViews {

    private CheckpointViews() {}

    static Map<String, Object> of(CheckpointReceipt receipt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("status", word(receipt.status()));
        Checkpoint saved = receipt.checkpoint();
        if (saved != null) {
            view.put("checkpointKind", word(saved.kind()));
            view.put("messageCount", saved.state().history().size());
            view.put("meaningfulExchangeCount", saved.exchanges());
            view.put("dedupeHash", saved.digest());
        }
        view.put("flushDue", receipt.flushDue());
        return view;
    }

    static Map<String, Object> of(Checkpoint checkpoint) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("taskId", checkpoint.taskId());
        view.put("checkpointKind", word(checkpoint.kind()));
        view.put("origin", word(checkpoint.origin()));
        view.put("timestamp", checkpoint.at().toString());
        view.put("conversationHistory", SessionMessages.views(checkpoint.state().history()));
        view.put("messageCount", checkpoint.state().history().size());
        view.put("meaningfulExchangeCount", checkpoint.exchanges());
        view.put("trackerState", checkpoint.state().tracker());
        view.put("planSummary", checkpoint.state().plan());
        view.put("explicitChatSummaryBlock", checkpoint.state().summary());
        view.put("resultSummary", checkpoint.state().result());
        view.put("usageTotals", checkpoint.state().usage());
        view.put("resumeStrategy", word(checkpoint.state().resume()));
        put(view, "sourceEventId", checkpoint.state().eventId());
        put(view, "sourceTimestamp", checkpoint.state().eventAt());
        view.put("structuredSummary", of(checkpoint.structured()));
        view.put("evidencePacket", of(checkpoint.evidence()));
        view.put("dedupeHash", checkpoint.digest());
        return view;
    }

    private static Map<String, Object> of(Structured points) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("source", points.source());
        view.put("rawText", points.text());
        view.put("decisions", points.decisions());
        view.put("openLoops", points.openLoops());
        view.put("nextActions", points.nextActions());
        view.put("keyFindings", points.keyFindings());
        return view;
    }

    private static Map<String, Object> of(Packet packet) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("generatedAt", packet.at().toString());
        view.put("spanHash", packet.hash());
        view.put("spanCount", packet.spans().size());
        List<Map<String, Object>> spans =
                packet.spans().stream().map(CheckpointViews::of).toList();
        view.put("spans", spans);
        return view;
    }

    private static Map<String, Object> of(Said said) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", said.id());
        put(view, "timestamp", said.at());
        view.put("type", said.type());
        view.put("excerpt", said.excerpt());
        return view;
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value.toString());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
