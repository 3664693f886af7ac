package tacit.memory.recall.tools;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextDetails.Payload;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ToolCall;

/** Makes rows of what was said in a run, and says which run that is. */
final class ContextRows {

    /** By this mark the answer is known where it comes back as a part of the conversation. */
    private static final String SOURCE = "durable_context";

    private static final Logger log = LoggerFactory.getLogger(ContextRows.class);

    private ContextRows() {}

    /** The run that calls; another one only where the user asked for it. */
    static String task(String tool, ToolCall call, Args args) {
        String named = args.optionalText("taskId");
        boolean asked = args.truth("explicitUserRequest", false);
        String task = named != null && asked ? named : call.taskId();
        if (task == null) {
            throw new IllegalArgumentException("taskId must name the run that calls");
        }
        log.debug("Tool '{}' was asked for run '{}' and looks into '{}'", tool, named, task);
        return task;
    }

    static Map<String, Object> of(ContextHit hit) {
        return Rows.of(
                "source",
                SOURCE,
                "id",
                hit.id(),
                "kind",
                Rows.word(hit.kind()),
                "taskId",
                hit.taskId(),
                "role",
                hit.role().isEmpty() ? null : hit.role(),
                "timestamp",
                hit.at().toString(),
                "sequence",
                hit.sequence(),
                "snippet",
                hit.snippet(),
                "payloadId",
                hit.payloadId(),
                "sourceMessageCount",
                hit.sourceMessageCount() == 0 ? null : (long) hit.sourceMessageCount());
    }

    static Map<String, Object> of(ContextDetails details) {
        Map<String, Object> row = of(details.hit());
        row.put("text", details.hit().snippet());
        row.remove("snippet");
        row.put("form", details.form());
        row.put("depth", (long) details.depth());
        row.put("parents", details.parents());
        row.put("proactive", details.proactive());
        if (!details.label().isEmpty()) {
            row.put("label", details.label());
        }
        row.put("sources", details.sources().stream().map(ContextRows::of).toList());
        Payload payload = details.payload();
        if (payload != null) {
            row.put(
                    "payload",
                    Rows.of("id", payload.id(), "characters", payload.characters(), "preview", payload.preview()));
        }
        return row;
    }
}
