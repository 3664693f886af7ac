package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What came of a run that used entries of the playbook. Immutable.
 *
 * @param taskId the run; it counts once for each entry
 * @param entryIds the entries that it used
 * @param outcome as it was verified
 * @param evidence where that can be looked up, at least one
 */
public record PlaybookUse(
        String taskId, List<String> entryIds, PlaybookEpisode.Outcome outcome, List<Evidence> evidence) {

    public PlaybookUse {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(outcome, "outcome");
        entryIds = List.copyOf(entryIds);
        evidence = List.copyOf(evidence);
        if (taskId.isBlank()) {
            throw new IllegalArgumentException("taskId must not be blank");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
    }
}
