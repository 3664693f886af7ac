package tacit.api.adapt;

import java.util.List;
import java.util.Objects;

/**
 * A pattern of the playbook that worked so often that a skill could come of it. Immutable.
 *
 * @param patternId a hash: the same for the same goal, however it is written
 * @param title the goal
 * @param count in how many runs it worked
 * @param failures in how many it did not
 * @param tools what was used, the most frequent first
 * @param requests what users asked for, in their words
 * @param traceIds the runs that it was found in
 */
public record SkillCandidate(
        String patternId,
        String title,
        int count,
        int failures,
        List<String> tools,
        List<String> requests,
        List<String> traceIds) {

    public SkillCandidate {
        Objects.requireNonNull(patternId, "patternId");
        Objects.requireNonNull(title, "title");
        tools = List.copyOf(tools);
        requests = List.copyOf(requests);
        traceIds = List.copyOf(traceIds);
    }
}
