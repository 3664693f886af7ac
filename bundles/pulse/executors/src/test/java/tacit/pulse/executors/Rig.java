package tacit.pulse.executors;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import tacit.api.execute.Execution;
import tacit.api.execute.TaskBrief;
import tacit.api.memory.Workspaces;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;

/** Everything that executions need, put together by hand. */
public final class Rig implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    public final Database database;
    public final Clock clock;
    public final ListAuditLog audit = new ListAuditLog();
    public final Devices devices = new Devices();
    public final StoredExecutions executions;
    public final Map<String, String> folders = new TreeMap<>();
    final LiveWork live = new LiveWork();
    final Tellings tellings;
    private final List<ExecutionLoop> loops = new ArrayList<>();

    public Rig(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        executions = new StoredExecutions(database, new PatternRedactor(), devices, live, audit, clock);
        tellings = new Tellings(database, executions);
    }

    /** With a device whose settings begin with {@code settings.}; the others are the component's. */
    public Target device(String name, String executor, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        values.put("executor", executor);
        Target target = new Target(Configurations.of(Target.Config.class, values), values);
        devices.addTarget(target);
        return target;
    }

    public ExecutionLoop loop() {
        return loop(Map.of());
    }

    public ExecutionLoop loop(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of("look_millis", 20));
        values.putAll(more);
        ExecutionLoop loop = new ExecutionLoop(
                database,
                executions,
                devices,
                live,
                tellings,
                new FakeWorkspaces(folders),
                clock,
                Configurations.of(ExecutionLoop.Config.class, values));
        loops.add(loop);
        return loop;
    }

    public Execution ended(String id) {
        until(() -> executions.find(id).orElseThrow().state().ended());
        return executions.find(id).orElseThrow();
    }

    public Execution in(String id, Execution.State state) {
        until(() -> executions.find(id).orElseThrow().state() == state);
        return executions.find(id).orElseThrow();
    }

    public static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                Assertions.fail("It did not come true in time");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    public static TaskBrief brief(String id) {
        return brief(id, Map.of());
    }

    public static TaskBrief brief(String id, Map<String, ?> more) {
        return new TaskBrief(
                id,
                String.valueOf(more.containsKey("profile") ? more.get("profile") : "p1"),
                String.valueOf(more.containsKey("workspace") ? more.get("workspace") : "w1"),
                (String) more.get("user"),
                "heartbeat",
                "run-1",
                "Look at " + id,
                String.valueOf(more.containsKey("prompt") ? more.get("prompt") : "Do what is to be done"),
                String.valueOf(more.containsKey("context") ? more.get("context") : "The pump is seven"),
                List.of("signal:1"),
                (String) more.get("executor"),
                (String) more.get("device"),
                more.containsKey("timeout") ? (Duration) more.get("timeout") : Duration.ofMinutes(5),
                more.containsKey("tokens") ? ((Number) more.get("tokens")).longValue() : 0,
                more.containsKey("micros") ? ((Number) more.get("micros")).longValue() : 0,
                Map.of("mode", "pulse"),
                Map.of("objective", "to know"));
    }

    @Override
    public void close() {
        loops.forEach(loop -> {
            try {
                loop.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Folders of workspaces by hand. */
    public record FakeWorkspaces(Map<String, String> folders) implements Workspaces {

        @Override
        public void attach(String workspaceId, String folder) {
            folders.put(workspaceId, folder);
        }

        @Override
        public boolean detach(String workspaceId) {
            return folders.remove(workspaceId) != null;
        }

        @Override
        public Optional<String> folder(String workspaceId) {
            return Optional.ofNullable(folders.get(workspaceId));
        }

        @Override
        public List<String> list() {
            return List.copyOf(folders.keySet());
        }
    }
}
