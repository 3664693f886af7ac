package tacit.memory.durable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.ContextCompaction;

/** Keeps a summary with what it covers. Confined to one call. */
final class Compaction {

    private static final int LOOKED_AT = 200;
    private static final int MOST_PARENTS = 12;

    /** Leaves room for the marks that stand for secrets. */
    private static final int LONGEST = 80_000;

    private final Run run;
    private final Conversation conversation;
    private final Visibility visibility;

    Compaction(Run run, Conversation conversation, Visibility visibility) {
        this.run = run;
        this.conversation = conversation;
        this.visibility = visibility;
    }

    /**
     * Keeps a summary; answers its id, or null where it covers nothing.
     *
     * @param covered the messages
     * @param before earlier summaries that stood among them
     */
    @Nullable
    String keep(ContextCompaction compaction, Ranges covered, List<String> before) {
        String text = Parts.begin(Wrappers.bare(compaction.summary()), LONGEST);
        List<MemoryRecord> parents = parents(text, covered, before);
        if (covered.isEmpty() && parents.isEmpty()) {
            return null;
        }
        String id = Names.id(Names.SUMMARY, conversation.id(), text, covered.text());
        SortedMap<String, String> attributes = new TreeMap<>(Map.of(
                "id", id,
                "conversation", conversation.id(),
                "task", run.taskId,
                "seq", String.valueOf(covered.first()),
                "covered", covered.text(),
                "messages", String.valueOf(covered.count()),
                "depth", String.valueOf(depth(parents)),
                "form", parents.isEmpty() ? "leaf" : "node",
                "proactive", String.valueOf(compaction.proactive())));
        if (!parents.isEmpty()) {
            attributes.put(
                    "parents",
                    String.join(" ", parents.stream().map(Compaction::id).toList()));
        }
        if (compaction.label() != null) {
            attributes.put("label", compaction.label());
        }
        run.store.add(run.draft(
                new Run.Draft(Run.SUMMARY, text, visibility, TrustLane.INFERENCE, id, attributes),
                List.of(Evidence.of(Evidence.Kind.MEMORY, conversation.recordId()))));
        return id;
    }

    private List<MemoryRecord> parents(String text, Ranges covered, List<String> before) {
        return run.list(List.of(Run.SUMMARY), Map.of("conversation", conversation.id()), LOOKED_AT).stream()
                .filter(summary -> !summary.text().equals(text))
                .filter(summary -> before.contains(summary.text())
                        || Ranges.of(summary.attributes().getOrDefault("covered", ""))
                                .overlaps(covered))
                .limit(MOST_PARENTS)
                .toList();
    }

    private static int depth(List<MemoryRecord> parents) {
        return parents.stream()
                        .mapToInt(parent -> Integer.parseInt(parent.attributes().getOrDefault("depth", "0")))
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static String id(MemoryRecord summary) {
        return summary.attributes().getOrDefault("id", "");
    }
}
