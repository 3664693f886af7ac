package tacit.pulse.mind.seen;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tacit.api.execute.Execution;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.MemoryStore;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.ProfileSettings;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.clusters.SqlFailureClusters;
import tacit.memory.workspace.FolderFiles;
import tacit.pulse.executors.Devices;
import tacit.pulse.executors.LiveWork;
import tacit.pulse.executors.StoredExecutions;
import tacit.pulse.executors.Target;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Outlets;
import tacit.pulse.offers.SqlSuggestionDesk;
import tacit.pulse.offers.Teaching;
import tacit.pulse.profiles.SqlAutomationProfiles;
import tacit.pulse.profiles.SqlCoreSwitches;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.pulse.signals.SqlSignals;
import tacit.pulse.suggestions.ResponsePolicy;
import tacit.pulse.traces.SqlCoreTraces;
import tacit.pulse.traces.SqlLearningsLog;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** Everything that reflection looks into, as it really is, with two profiles in one workspace and one in another. */
final class Stores {

    final MovingClock clock = new MovingClock();
    final PatternRedactor redactor = new PatternRedactor();
    final ListAuditLog audit = new ListAuditLog();
    final Database database;
    final SqlAutomationProfiles profiles;
    final SqlFailureClusters clusters;
    final SqlCoreTraces cycles;
    final SqlLearningsLog learnings;
    final StoredExecutions executions;
    final SqlTraceStore traces;
    final SqlSignals signals;
    final SqlSuggestionDesk suggestions;
    final Mind mind;
    final Gathering gathering;
    final AutomationProfile mine;
    final AutomationProfile beside;
    final AutomationProfile elsewhere;

    Stores(Database database, Path folder) {
        this.database = database;
        profiles = new SqlAutomationProfiles(database, audit, redactor, clock);
        clusters = new SqlFailureClusters(database, audit, clock, .65);
        cycles = new SqlCoreTraces(database, redactor, clock);
        learnings = new SqlLearningsLog(database, redactor, clock);
        executions = new StoredExecutions(database, redactor, devices(), new LiveWork(), audit, clock);
        traces = new SqlTraceStore(database);
        signals = new SqlSignals(
                database,
                profiles,
                new SqlScopedSettings(database, audit, redactor, clock),
                redactor,
                audit,
                clock,
                Configurations.of(SqlSignals.Config.class, Map.of()));
        suggestions = desk();
        mind = new Mind(database, redactor, clock);
        gathering = new Gathering(
                mind,
                new Outlets(null, suggestions, null),
                clock,
                clusters,
                cycles,
                learnings,
                executions,
                traces,
                FolderFiles.of(folder),
                signals);
        mine = profiles.create("builder", "shop", ProfileSettings.USUAL, "anna");
        beside = profiles.create("buyer", "shop", ProfileSettings.USUAL, "anna");
        elsewhere = profiles.create("farmer", "farm", ProfileSettings.USUAL, "anna");
    }

    private static Devices devices() {
        Map<String, Object> values = Map.of("name", "here", "executor", "fake");
        Devices devices = new Devices();
        devices.addTarget(new Target(Configurations.of(Target.Config.class, values), values));
        devices.addExecutor(new TaskExecutor() {

            @Override
            public String name() {
                return "fake";
            }

            @Override
            public TaskResult execute(TaskOrder order) {
                throw new UnsupportedOperationException("Nothing is done here");
            }
        });
        return devices;
    }

    /** Answers are kept and teach nothing, as learning is off. */
    private SqlSuggestionDesk desk() {
        SqlCoreSwitches switches = new SqlCoreSwitches(database, audit, redactor, clock);
        switches.turn(CoreStage.LEARNING, false, "anna", "nothing is taught here");
        return new SqlSuggestionDesk(
                database,
                new ResponsePolicy(Configurations.of(ResponsePolicy.Config.class, Map.of())),
                new SqlScopedSettings(database, audit, redactor, clock),
                switches,
                new Teaching(database, none(ArchiveMemory.class), none(MemoryStore.class), cycles, learnings, switches),
                nothing(),
                audit,
                redactor,
                clock);
    }

    /** Memories of which there are none. */
    private static MemoryStore nothing() {
        return (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(),
                new Class<?>[] {MemoryStore.class},
                (self, method, arguments) -> method.getName().equals("list") ? new Page<>(List.of(), 0, 0) : null);
    }

    private static <T> T none(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    throw new IllegalStateException("Nothing is remembered here");
                }));
    }

    /** Work that was given; what {@code more} names is otherwise than usual. */
    Execution work(AutomationProfile profile, String id, Map<String, String> more) {
        return executions.submit(
                new TaskBrief(
                        id,
                        profile.id(),
                        profile.workspaceId(),
                        more.get("user"),
                        more.getOrDefault("source", "heartbeat"),
                        "run-1",
                        more.getOrDefault("title", "Mend the pump"),
                        "Do it",
                        "",
                        List.of(),
                        null,
                        null,
                        Duration.ofMinutes(5),
                        0,
                        0,
                        Map.of(),
                        Map.of()),
                null);
    }

    /** As the host that did it keeps its end. */
    void fails(Execution execution, String error) {
        long now = clock.instant().toEpochMilli() * 1000;
        database.write(session -> session.update(
                "UPDATE executions SET state = 'FAILED', host = 'h', started_at = ?, ended_at = ?, result = ?"
                        + " WHERE id = ? AND state = 'QUEUED'",
                now,
                now,
                "{\"succeeded\":false,\"output\":\"\",\"error\":\"" + error + "\"}",
                execution.id()));
    }

    /** What is seen of a target, by its key without the kind's rest. */
    List<ReflectionEvidence> seen(AutomationProfile profile, String key) {
        return gathering.look(profile).stream()
                .filter(found -> found.key().equals(key))
                .findFirst()
                .map(Gathering.Found::evidence)
                .orElse(List.of());
    }

    /** Each as {@code TYPE weight text}. */
    List<String> lines(AutomationProfile profile, String key) {
        return seen(profile, key).stream()
                .map(one -> one.type() + " " + one.weight() + " " + one.text())
                .toList();
    }

    List<String> ofWorkspace() {
        return lines(mine, "workspace:shop");
    }

    List<String> ofRole() {
        return lines(mine, "agent_role:builder");
    }
}
