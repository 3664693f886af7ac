package tacit.api.adapt;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that could be learnt from a run, and what really came of it. Immutable.
 *
 * @param stage which one
 * @param status what came of it
 * @param title a few words for people
 * @param summary what was done, or why nothing was
 * @param evidence what shows it
 * @param relatedIds what was written, by what it is, such as {@code archive} or {@code proposal}
 * @param details further facts, by name
 */
public record LearningStep(
        Stage stage,
        Status status,
        String title,
        String summary,
        List<EvidenceRef> evidence,
        SortedMap<String, List<String>> relatedIds,
        SortedMap<String, String> details) {

    /** What can be learnt, in the order of a report. */
    public enum Stage {
        SCREEN_CONTEXT_USED,
        MEMORY_CAPTURED,
        PLAYBOOK_REINFORCED,
        SKILL_PROPOSED,
        SKILL_APPROVED,
        SKILL_REJECTED,
        SKILL_REVIEWED,
        NO_LEARNING;

        /** As it is written: {@code memory_captured}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can come of it. */
    public enum Status {
        DONE,
        /** It waits for somebody. */
        PENDING,
        /** There was nothing to do. */
        SKIPPED,
        FAILED
    }

    /**
     * Something that can be looked up.
     *
     * @param sourceType what it is, such as {@code trace}, {@code file} or {@code screen_context}
     * @param id where it is found
     */
    public record EvidenceRef(String sourceType, String id) {

        public EvidenceRef {
            Objects.requireNonNull(sourceType, "sourceType");
            Objects.requireNonNull(id, "id");
        }
    }

    public LearningStep {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        evidence = List.copyOf(evidence);
        SortedMap<String, List<String>> ids = new TreeMap<>();
        relatedIds.forEach((name, list) -> ids.put(name, List.copyOf(list)));
        relatedIds = Collections.unmodifiableSortedMap(ids);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
