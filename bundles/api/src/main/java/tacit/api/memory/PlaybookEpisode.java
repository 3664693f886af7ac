package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was tried for a task and what came of it. Immutable.
 *
 * @param taskId the run; at most one episode is kept of each
 * @param goal what it was about, in one line
 * @param request what the user asked for
 * @param steps what was done, in order
 * @param tools what was used, in order
 * @param outcome what came of it
 * @param error what went wrong, in the words of the tool or the user; null for nothing
 * @param lesson what to do another time; null when nobody said
 * @param destinations where results went, such as {@code repo_file}
 * @param source where it comes from
 */
public record PlaybookEpisode(
        String taskId,
        String goal,
        String request,
        List<String> steps,
        List<ToolUse> tools,
        Outcome outcome,
        @Nullable String error,
        @Nullable String lesson,
        List<String> destinations,
        PlaybookSource source) {

    /** What can come of a task, as it was verified. */
    public enum Outcome {
        SUCCESS,
        FAILURE
    }

    /**
     * A tool that was used.
     *
     * @param name of the tool
     * @param parameters that mattered, by name
     */
    public record ToolUse(String name, SortedMap<String, String> parameters) {

        public ToolUse {
            Objects.requireNonNull(name, "name");
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
        }
    }

    /**
     * Where an episode comes from.
     *
     * @param lane where its words come from
     * @param visibility who may be shown it
     * @param evidence where it can be looked up, at least one
     */
    public record PlaybookSource(TrustLane lane, Visibility visibility, List<Evidence> evidence) {

        public PlaybookSource {
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(visibility, "visibility");
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("evidence must name at least one source");
            }
        }
    }

    public PlaybookEpisode {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(source, "source");
        steps = List.copyOf(steps);
        tools = List.copyOf(tools);
        destinations = List.copyOf(destinations);
        if (taskId.isBlank() || goal.isBlank()) {
            throw new IllegalArgumentException("taskId and goal must not be blank, got '" + taskId + "'");
        }
    }
}
