package tacit.pulse.loop;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from runs, and from tasks and schedules of profiles; that something was done stays. Thread-safe. */
@Component
public final class PulseForgetting implements EvidenceTexts {

    private static final String HERE = "(workspace_id = ? OR workspace_id IS NULL)";

    /** What is no words within a plan or a task. */
    private static final Set<String> KEPT =
            Set.of("action", "targetKey", "userId", "by", "id", "items", "role", "category", "executionMode");

    private static final TextTable RUNS =
            TextTable.of("pulse_runs", "id", "reason", "summary", "error").withJson(KEPT, "evidence", "plan");
    private static final TextTable SCHEDULES = TextTable.of("pulse_schedules", "id", "name", "prompt");
    private static final TextTable TASKS =
            new TextTable("pulse_proactive", "task_id", "profile_id, task_id", List.of(), List.of("content"), KEPT);

    private final Database database;
    private final AutomationProfiles profiles;

    /** The store is asked for, so that its tables are there. */
    @Activate
    public PulseForgetting(
            @Reference Database database, @Reference PulseStore store, @Reference AutomationProfiles profiles) {
        this.database = database;
        this.profiles = profiles;
    }

    @Override
    public String name() {
        return "pulses";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        String workspace = scope.workspaceId();
        return taking.isEmpty()
                ? 0
                : RUNS.take(database, taking, HERE, workspace)
                        + SCHEDULES.take(database, taking, "workspace_id = ?", workspace)
                        + profiles.list(workspace).stream()
                                .mapToInt(profile -> TASKS.take(database, taking, "profile_id = ?", profile.id()))
                                .sum();
    }

    /** A run for the user goes with all its words. */
    @Override
    public int forgetUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        return RUNS.take(
                database,
                TextTaking.ALL,
                "workspace_id = ? AND plan LIKE ?",
                scope.workspaceId(),
                "%\"userId\":" + Kept.json(user) + ",%");
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }
}
