package tacit.memory.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ErrorCategory;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.PlaybookEpisode.ToolUse;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** How episodes are laid down in memories: every part is an attribute and can be read back. */
final class EpisodeRecords {

    static final String LAYER = "playbook";
    static final String EPISODE = "episode";
    static final String USE = "use";

    static final String PATTERN = "pattern";
    static final String OUTCOME = "outcome";
    static final String ENTRY = "entry";
    static final String TASK = "task";

    private static final String GOAL = "goal";
    private static final String REQUEST = "request";
    private static final String ERROR = "error";
    private static final String CATEGORY = "category";
    private static final String LESSON = "lesson";
    private static final String STEP = "step.";
    private static final String TOOL = "tool.";
    private static final String PARAMETERS = "parameters.";
    private static final String DESTINATION = "destination.";
    private static final int MOST_PARTS = 200;

    private EpisodeRecords() {}

    static MemoryDraft draft(Scope scope, PlaybookEpisode episode, ErrorCategory category) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put(TASK, episode.taskId());
        attributes.put(GOAL, episode.goal());
        attributes.put(PATTERN, Patterns.of(episode.goal()));
        attributes.put(OUTCOME, episode.outcome().name());
        attributes.put(CATEGORY, category.name());
        put(attributes, REQUEST, episode.request());
        put(attributes, ERROR, episode.error());
        put(attributes, LESSON, episode.lesson());
        putAll(attributes, STEP, episode.steps());
        putAll(attributes, TOOL, episode.tools().stream().map(ToolUse::name).toList());
        putAll(
                attributes,
                PARAMETERS,
                episode.tools().stream()
                        .map(tool -> Lines.of(tool.parameters()))
                        .toList());
        putAll(attributes, DESTINATION, episode.destinations());
        PlaybookSource source = episode.source();
        return new MemoryDraft(
                scope.workspaceId(),
                LAYER,
                EPISODE,
                shortened(episode.goal()),
                Wording.record(episode),
                reach(scope, source),
                source.visibility(),
                source.lane(),
                source.evidence(),
                1,
                null,
                null,
                "task:" + episode.taskId(),
                attributes);
    }

    private static MemoryScope reach(Scope scope, PlaybookSource source) {
        if (source.visibility() != Visibility.PRIVATE) {
            return MemoryScope.WORKSPACE;
        }
        return scope.user()
                .map(MemoryScope::ofUser)
                .orElseThrow(() -> new IllegalArgumentException(
                        "scope must name the user of a private episode, got workspace '" + scope.workspaceId() + "'"));
    }

    static PlaybookEpisode episode(MemoryRecord record) {
        List<ToolUse> tools = new ArrayList<>();
        below(record, TOOL)
                .forEach((name, tool) -> tools.add(new ToolUse(
                        tool,
                        Lines.read(record.attribute(PARAMETERS + name.substring(TOOL.length()))
                                .orElse("")))));
        return new PlaybookEpisode(
                required(record, TASK),
                required(record, GOAL),
                record.attribute(REQUEST).orElse(""),
                List.copyOf(below(record, STEP).values()),
                tools,
                outcome(record),
                record.attribute(ERROR).orElse(null),
                record.attribute(LESSON).orElse(null),
                List.copyOf(below(record, DESTINATION).values()),
                new PlaybookSource(record.lane(), record.visibility(), record.evidence()));
    }

    static Outcome outcome(MemoryRecord record) {
        return Outcome.valueOf(required(record, OUTCOME));
    }

    static ErrorCategory category(MemoryRecord record) {
        return ErrorCategory.valueOf(required(record, CATEGORY));
    }

    static String required(MemoryRecord record, String attribute) {
        return record.attribute(attribute)
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot read memory '" + record.id() + "': it has no attribute " + attribute));
    }

    private static void putAll(SortedMap<String, String> attributes, String prefix, List<String> values) {
        for (int i = 0; i < Math.min(values.size(), MOST_PARTS); i++) {
            put(attributes, prefix + String.format(Locale.ROOT, "%03d", i), values.get(i));
        }
    }

    private static void put(SortedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            attributes.put(name, value);
        }
    }

    private static SortedMap<String, String> below(MemoryRecord record, String prefix) {
        return record.attributes().subMap(prefix, prefix + Character.MAX_VALUE);
    }

    private static String shortened(String goal) {
        return Wording.cut(goal, 200);
    }
}
