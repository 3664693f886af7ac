package tacit.memory.relationship;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.memory.RelationshipItem.Source;
import tacit.api.memory.TaskCompletion;

/** The history of finished tasks, and the commitments that they kept. */
final class Completions {

    private static final double RECURRING = 0.48;
    private static final double ONCE = 0.68;
    private static final int LONGEST_OUTCOME = 90;
    private static final int LONGEST_BEGIN = 40;
    private static final Pattern DONE =
            Pattern.compile("\\b(?:done|completed|finished|shipped)\\b", Pattern.CASE_INSENSITIVE);

    private Completions() {}

    static RelationshipItem entry(TaskCompletion completion) {
        return new RelationshipItem(
                completion.workspaceId(),
                completion.userId(),
                Layer.HISTORY,
                text(completion),
                Source.TASK,
                completion.recurring() ? RECURRING : ONCE,
                null,
                null,
                null,
                completion.taskId(),
                completion.evidence());
    }

    private static String text(TaskCompletion completion) {
        String outcome = Items.orEmpty(completion.summary()).strip().replaceAll("\\s+", " ");
        String begin = outcome.length() <= LONGEST_OUTCOME ? outcome : outcome.substring(0, LONGEST_OUTCOME) + "…";
        return "Finished '" + completion.title().strip() + "'" + (begin.isEmpty() ? "" : ": " + begin);
    }

    /** One entry for all runs of a recurring task, else one for each run. */
    static String key(TaskCompletion completion) {
        String title = completion.title().strip().toLowerCase(Locale.ROOT);
        return completion.recurring() ? "recurring|" + title : "task|" + completion.taskId() + "|" + title;
    }

    static List<MemoryRecord> kept(TaskCompletion completion, List<MemoryRecord> open) {
        String summary = Items.orEmpty(completion.summary());
        if (DONE.matcher(summary).find()) {
            List<MemoryRecord> named = open.stream()
                    .filter(item -> summary.toLowerCase(Locale.ROOT).contains(begin(item)))
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        return KeptPromises.in(summary, open).map(List::of).orElse(List.of());
    }

    private static String begin(MemoryRecord item) {
        String text = item.text().toLowerCase(Locale.ROOT).replaceFirst("^remind me to ", "");
        return text.length() <= LONGEST_BEGIN ? text : text.substring(0, LONGEST_BEGIN);
    }

    /** Entries of a history with the same title of the same user, more than one of each, the newest first. */
    static List<List<MemoryRecord>> repeated(List<MemoryRecord> items) {
        Map<String, List<MemoryRecord>> titles = new LinkedHashMap<>();
        items.stream()
                .sorted(Comparator.comparing(MemoryRecord::updatedAt).reversed())
                .forEach(item -> item.attribute("title").ifPresent(title -> titles.computeIfAbsent(
                                item.scope().id() + "\n" + title.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(item)));
        return titles.values().stream().filter(group -> group.size() > 1).toList();
    }
}
