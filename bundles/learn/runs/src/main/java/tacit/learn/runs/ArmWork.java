package tacit.learn.runs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.learn.ReplayRun.Arm;

/** Has an executor do the tasks of one arm. Thread-safe. */
final class ArmWork {

    private final Map<String, TaskExecutor> executors = new ConcurrentSkipListMap<>();
    private final String by;

    /** @param by in whose name the tasks are ordered */
    ArmWork(String by) {
        this.by = by;
    }

    void add(TaskExecutor executor) {
        executors.put(executor.name(), executor);
    }

    void remove(TaskExecutor executor) {
        executors.remove(executor.name(), executor);
    }

    /** @throws IllegalStateException when there is no such executor, or the agent fails or is stopped */
    void work(AgentSetup agent, String experimentId, String batch, Arm arm, List<String> keys) {
        TaskExecutor executor = executors.get(agent.executor());
        if (executor == null) {
            throw new IllegalStateException("There is no executor '" + agent.executor() + "'");
        }
        TaskResult result;
        try {
            result = executor.execute(order(agent, experimentId, batch, arm, keys));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The agent was stopped", e);
        }
        if (!result.succeeded()) {
            throw new IllegalStateException("The agent failed as " + arm.name() + ": " + result.error());
        }
    }

    private TaskOrder order(AgentSetup agent, String experimentId, String batch, Arm arm, List<String> keys) {
        Map<String, String> attributes = new TreeMap<>(Map.of("batch", batch));
        if (arm == Arm.CANDIDATE) {
            attributes.put("trial", experimentId);
        }
        TaskBrief brief = new TaskBrief(
                experimentId + "-" + arm.name(),
                by,
                agent.workspace(),
                null,
                "experiment",
                experimentId,
                "Do the tasks of experiment " + experimentId,
                String.join("\n", keys) + "\n",
                "",
                List.of(),
                agent.executor(),
                null,
                agent.timeout(),
                0,
                0,
                Map.of(),
                attributes);
        return new TaskOrder(
                brief.id(),
                1,
                brief,
                "experiment",
                agent.settings(),
                null,
                agent.timeout().toMillis());
    }
}
