package tacit.learn.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agent as it is configured. Immutable.
 *
 * @param command empty for none
 * @param settings what the executor is told
 * @param executor its name
 * @param tasks the file
 * @param roles whose proposals it judges
 * @param workspace that it reports to
 * @param timeout for all tasks of an arm
 * @param mostTasks that are done
 */
record AgentSetup(
        String command,
        Map<String, String> settings,
        String executor,
        Path tasks,
        Set<String> roles,
        String workspace,
        Duration timeout,
        int mostTasks) {

    static AgentSetup of(AgentRunEvaluator.Config config) {
        boolean there = !config.command().isBlank();
        if (there && config.tasks().isBlank()) {
            throw new IllegalArgumentException("tasks must name a file where command is given");
        }
        if (config.workspace().isBlank() || config.executor().isBlank()) {
            throw new IllegalArgumentException("workspace and executor must not be blank");
        }
        return new AgentSetup(
                config.command().strip(),
                Map.of("command", config.command(), "environment", config.environment()),
                config.executor(),
                Path.of(config.tasks()),
                Stream.of(config.roles().split(",", -1))
                        .map(String::strip)
                        .filter(role -> !role.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                config.workspace(),
                Duration.ofSeconds(within("timeout.seconds", config.timeout_seconds(), 86_400)),
                within("most.tasks", config.most_tasks(), 10_000));
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    boolean there() {
        return !command.isEmpty();
    }
}
