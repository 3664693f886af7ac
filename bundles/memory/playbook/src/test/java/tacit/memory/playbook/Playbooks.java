package tacit.memory.playbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.PlaybookEpisode.ToolUse;
import tacit.api.memory.PlaybookUse;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

/** A playbook over a real store, and short ways to fill it. */
final class Playbooks {

    static final Scope SCOPE = Scope.ofWorkspace("w1");
    static final Audience ANYBODY = Audience.ofUser(null);
    static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, "t1"));

    final MovingClock clock = new MovingClock();
    final MemoryStore store;
    final StoredPlaybook playbook;
    final PlaybookFragments fragments;
    private int tasks;

    Playbooks(Database database) {
        this(database, Map.of());
    }

    Playbooks(Database database, Map<String, ?> settings) {
        store = new SqlMemoryStore(database, clock);
        playbook = new StoredPlaybook(store, clock, Configurations.of(StoredPlaybook.Config.class, settings));
        fragments = new PlaybookFragments(store, Configurations.of(PlaybookFragments.Config.class, settings));
    }

    PlaybookEntry worked(String goal) {
        return playbook.capture(SCOPE, episode("task-" + tasks++, goal, Outcome.SUCCESS, null));
    }

    PlaybookEntry failed(String goal, String error) {
        return playbook.capture(SCOPE, episode("task-" + tasks++, goal, Outcome.FAILURE, error));
    }

    static PlaybookUse use(String task, Outcome outcome, String... ids) {
        return new PlaybookUse(task, List.of(ids), outcome, EVIDENCE);
    }

    static PlaybookEpisode episode(String task, String goal, Outcome outcome, @Nullable String error) {
        return episode(task, goal, outcome, error, new PlaybookSource(TrustLane.RESULT, Visibility.SHARED, EVIDENCE));
    }

    static PlaybookEpisode episode(
            String task, String goal, Outcome outcome, @Nullable String error, PlaybookSource source) {
        return new PlaybookEpisode(
                task,
                goal,
                "Please do: " + goal,
                List.of("look around", "do it"),
                List.of(
                        new ToolUse("shell", new TreeMap<>(Map.of("command", "a=b\nc\\d", "dir=x", "/srv"))),
                        new ToolUse("git_commit", new TreeMap<>())),
                outcome,
                error,
                "Look before you leap",
                List.of("repo_file"),
                source);
    }

    /** The same memory in another workspace, private without belonging to a user. */
    static MemoryDraft hidden(Scope scope, MemoryRecord record) {
        return new MemoryDraft(
                scope.workspaceId(),
                record.layer(),
                record.kind(),
                record.subject(),
                record.text(),
                record.scope(),
                Visibility.PRIVATE,
                record.lane(),
                record.evidence(),
                record.confidence(),
                null,
                null,
                "again",
                record.attributes());
    }
}
