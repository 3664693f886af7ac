package tacit.api.recall;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent stands in a run, as far as it needs that to go on. Immutable.
 *
 * @param history the conversation as the agent has it
 * @param tracker what it keeps track of: texts, truths, numbers, lists and maps, by name
 * @param plan its plan in words; empty for none
 * @param summary what stands in the prompt in place of earlier messages; empty for nothing
 * @param result what came of the task in words; empty while nothing did
 * @param usage what it has used so far, by name
 * @param resume how it is best gone on with
 * @param eventId the host's event that this is taken at; null for none
 * @param eventAt when that was; null when unknown
 */
public record SessionState(
        List<SessionMessage> history,
        SortedMap<String, Object> tracker,
        String plan,
        String summary,
        String result,
        SortedMap<String, Object> usage,
        Resume resume,
        @Nullable String eventId,
        @Nullable Instant eventAt) {

    /** How a run is gone on with. */
    public enum Resume {
        SNAPSHOT,
        CHECKPOINT,
        TRANSCRIPT
    }

    public SessionState {
        history = List.copyOf(history);
        tracker = Collections.unmodifiableSortedMap(new TreeMap<>(tracker));
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(result, "result");
        usage = Collections.unmodifiableSortedMap(new TreeMap<>(usage));
        Objects.requireNonNull(resume, "resume");
    }
}
