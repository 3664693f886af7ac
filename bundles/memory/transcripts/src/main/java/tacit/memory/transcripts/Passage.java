package tacit.memory.transcripts;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;

/**
 * Words that may be meant, before they are judged. Immutable.
 *
 * @param upstream how well whoever found it thinks of it, in [0, 1]
 */
record Passage(
        String id,
        String source,
        String type,
        @Nullable String taskId,
        Instant at,
        String text,
        TrustLane lane,
        double upstream,
        SortedMap<String, String> attributes) {

    static final String SPAN = "transcript_span";
    static final String MESSAGE = "task_message";
    static final String CHECKPOINT = "checkpoint";
    static final String NOTE = "workspace_markdown";
    static final String MEMORY = "memory";

    Passage {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The same for an event that several sources hold. */
    String key() {
        String event = attributes.get("event_id");
        return event == null ? source + ":" + id : "event:" + event;
    }
}
