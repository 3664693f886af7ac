package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What should be done to the memories, each part by the memory that it concerns. Immutable.
 *
 * @param messages what users said, for their profile and relationships
 * @param feedback what users thought of the work, for the same
 * @param completions tasks that came to their end
 * @param episodes what was tried, for the playbook
 * @param uses entries of the playbook that a run used, and what came of it
 * @param readings texts that the knowledge graph should read
 * @param entries of the journal
 * @param memories to be stored
 * @param curated entries of the curated memory to be added or confirmed
 * @param merges memories that say the same
 * @param days whose log should be summarised, such as {@code 2026-03-01}
 */
public record MemoryEffects(
        List<UserMessage> messages,
        List<UserFeedback> feedback,
        List<TaskCompletion> completions,
        List<PlaybookEpisode> episodes,
        List<PlaybookUse> uses,
        List<GraphReading> readings,
        List<JournalEntry> entries,
        List<Kept> memories,
        List<Promotion> curated,
        List<Merge> merges,
        List<String> days) {

    /** Nothing. */
    public static final MemoryEffects NONE = new MemoryEffects(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    /**
     * Texts for the knowledge graph.
     *
     * @param userId to whom private findings belong; null for the workspace
     * @param taskId the run
     * @param visibility who may be shown what is found
     * @param texts to be read
     */
    public record GraphReading(@Nullable String userId, String taskId, Visibility visibility, List<SourceText> texts) {

        public GraphReading {
            Objects.requireNonNull(taskId, "taskId");
            Objects.requireNonNull(visibility, "visibility");
            texts = List.copyOf(texts);
        }
    }

    /**
     * A memory to be stored, or confirmed where one has its key.
     *
     * @param draft the memory
     * @param supersedes the memory whose place it takes; null for none
     * @param traces the runs that it was made from: what one of them has given already is not stored again
     */
    public record Kept(MemoryDraft draft, @Nullable String supersedes, List<String> traces) {

        public Kept {
            Objects.requireNonNull(draft, "draft");
            traces = List.copyOf(traces);
        }
    }

    /**
     * An entry for the curated memory.
     *
     * @param request an {@link CurationRequest.Action#ADD}
     * @param confidence in [0, 1]
     * @param traces as those of {@link Kept}
     */
    public record Promotion(CurationRequest request, double confidence, List<String> traces) {

        public Promotion {
            Objects.requireNonNull(request, "request");
            traces = List.copyOf(traces);
        }
    }

    /**
     * Memories that say the same.
     *
     * @param id of the one that stays
     * @param others that it takes the place of
     * @param confidence of the one that stays: the highest of all
     * @param evidence of the others
     */
    public record Merge(String id, List<String> others, double confidence, List<Evidence> evidence) {

        public Merge {
            Objects.requireNonNull(id, "id");
            others = List.copyOf(others);
            evidence = List.copyOf(evidence);
        }
    }

    public MemoryEffects {
        messages = List.copyOf(messages);
        feedback = List.copyOf(feedback);
        completions = List.copyOf(completions);
        episodes = List.copyOf(episodes);
        uses = List.copyOf(uses);
        readings = List.copyOf(readings);
        entries = List.copyOf(entries);
        memories = List.copyOf(memories);
        curated = List.copyOf(curated);
        merges = List.copyOf(merges);
        days = List.copyOf(days);
    }
}
