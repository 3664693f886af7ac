package tacit.pulse.mind.store;

import java.util.List;
import java.util.Set;
import tacit.api.store.Database;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** The texts of all tables of reflection. Stateless. */
public final class MindTexts {

    /** What belongs to no workspace may be about any. */
    private static final String HERE = "(workspace_id = ? OR workspace_id IS NULL)";

    private static final String OF_RUNS = "run_id IN (SELECT id FROM mind_runs WHERE " + HERE + ")";
    private static final String OF_DREAMS = "dream_id IN (SELECT id FROM mind_dreams WHERE " + HERE + ")";

    private record Part(TextTable table, String where) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    TextTable.of("mind_targets", "target_key", "label", "last_outcome", "last_winner")
                            .orderedBy("profile_id, target_key"),
                    HERE),
            new Part(TextTable.of("mind_runs", "id", "reason", "summary", "error", "winner", "foreseen"), HERE),
            new Part(TextTable.of("mind_evidence", "run_id", "words").orderedBy("run_id, id"), OF_RUNS),
            new Part(
                    TextTable.of("mind_hypotheses", "run_id", "title", "statement", "prompt", "why_not")
                            .orderedBy("run_id, id")
                            .withJson(Set.of(), "steps", "scored"),
                    OF_RUNS),
            new Part(TextTable.of("mind_critiques", "run_id", "words").orderedBy("run_id, place"), OF_RUNS),
            new Part(TextTable.of("mind_backlog", "id", "title", "summary", "action", "prompt", "reason"), HERE),
            new Part(TextTable.of("mind_journal", "entry_key", "summary", "outcome"), HERE),
            new Part(TextTable.of("mind_notices", "id", "title", "words", "reason"), HERE),
            new Part(
                    new TextTable("mind_dreams", "id", "id", List.of(), List.of("digest", "proposals"), Set.of()),
                    HERE),
            new Part(TextTable.of("mind_memories", "dream_id", "words").orderedBy("dream_id, place"), OF_DREAMS));

    private MindTexts() {}

    /** Takes texts out of what is kept about a workspace; answers how many changed. */
    public static int take(Database database, TextTaking taking, String workspaceId) {
        return PARTS.stream()
                .mapToInt(part -> part.table().take(database, taking, part.where(), workspaceId))
                .sum();
    }
}
