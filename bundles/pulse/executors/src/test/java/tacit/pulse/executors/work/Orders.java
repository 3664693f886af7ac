package tacit.pulse.executors.work;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskOrder;
import tacit.runtime.testkit.Configurations;

/** Orders for executors. */
final class Orders {

    static final Map<String, String> HOST =
            Map.of("PATH", System.getenv("PATH"), "HOME", "/nowhere", "SECRET_OF_THE_HOST", "hush", "ALLOWED", "yes");

    private Orders() {}

    static WorkFolders folders(Path data) {
        return new WorkFolders(Configurations.of(WorkFolders.Config.class, Map.of("data_directory", data.toString())));
    }

    static TaskOrder order(Map<String, String> settings, Path folder) {
        return order(settings, folder, Duration.ofSeconds(30));
    }

    static TaskOrder order(Map<String, String> settings, Path folder, Duration remaining) {
        TaskBrief brief = new TaskBrief(
                "b1",
                "p1",
                "w1",
                "anna",
                "heartbeat",
                "run-1",
                "Look at the pump",
                "Which pump is it?\nSay so.",
                "The pump is seven",
                List.of("signal:1"),
                null,
                null,
                Duration.ofMinutes(5),
                900,
                0,
                Map.of("mode", "pulse"),
                Map.of("objective", "to know", "batch", "experiment/e1/baseline"));
        return new TaskOrder("ex-1", 1, brief, "here", settings, folder, remaining.toMillis());
    }
}
